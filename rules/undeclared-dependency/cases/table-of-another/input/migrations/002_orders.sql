-- DEPENDS: 001_users.sql (users)
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint REFERENCES users);
