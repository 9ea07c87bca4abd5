CREATE TABLE countries (id bigint PRIMARY KEY);
