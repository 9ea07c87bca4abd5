SET autocommit = 0;
CREATE TABLE a (id bigint PRIMARY KEY);
COMMIT;
