<?php
function prepare(PDO $db): void {
    $files = [
        '001_users.sql',
        '002_orders.sql',
        '003_items.sql',
        '004_stock.sql',
    ];
    foreach ($files as $file) {
        $db->exec(file_get_contents(__DIR__ . '/../migrations/' . $file));
    }
}
