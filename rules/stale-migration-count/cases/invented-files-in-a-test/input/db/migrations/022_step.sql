CREATE TABLE t022step (id int);
