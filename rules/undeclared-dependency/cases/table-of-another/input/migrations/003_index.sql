CREATE INDEX users_name ON users (name);
UPDATE orders SET user_id = 1 WHERE user_id IS NULL;
