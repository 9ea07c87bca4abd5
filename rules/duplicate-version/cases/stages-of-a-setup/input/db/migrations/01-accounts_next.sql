CREATE TABLE accounts_next (id INT);
