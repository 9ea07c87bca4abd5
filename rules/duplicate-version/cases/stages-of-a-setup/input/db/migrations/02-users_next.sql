CREATE TABLE users_next (id INT);
