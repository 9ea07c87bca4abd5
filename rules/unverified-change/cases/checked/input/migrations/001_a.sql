CREATE TABLE a (id bigint PRIMARY KEY);
SELECT count(*) FROM a;
