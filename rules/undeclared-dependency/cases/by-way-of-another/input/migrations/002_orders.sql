-- DEPENDS: 001_users.sql
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint REFERENCES users);
