CREATE TABLE users (id bigint PRIMARY KEY);
CREATE TABLE actions (id bigint PRIMARY KEY, user_id bigint REFERENCES users);
CREATE INDEX idx_actions_user ON actions (user_id);
