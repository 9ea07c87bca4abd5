-- migrate:up
CREATE TABLE cows (id bigint PRIMARY KEY);

-- migrate:down
