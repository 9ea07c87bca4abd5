-- DEPENDS: 001_user.sql
CREATE TABLE orders (user_id bigint REFERENCES users);
