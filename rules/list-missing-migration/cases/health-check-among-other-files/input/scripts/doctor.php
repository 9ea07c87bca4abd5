<?php
$required = [
    'public/index.php',
    'public/style.css',
    'src/Router.php',
    'src/Config.php',
    'src/Cache.php',
    'migrations/001_users.sql',
    'migrations/002_orders.sql',
];
