CREATE TABLE users (id bigint PRIMARY KEY, email text, password_hash text);
ALTER TABLE users DROP COLUMN password_hash;
