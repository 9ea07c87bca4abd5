CREATE TABLE cows (id bigint PRIMARY KEY);
