const names = ["001_first.sql", "002_second.sql", "003_items.sql"];
