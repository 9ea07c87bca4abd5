CREATE TABLE users (id int);
CREATE INDEX idx_users ON users (id);
