CREATE TABLE users (id int, name text);
CREATE INDEX users_name ON users (name);
