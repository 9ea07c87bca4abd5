CREATE TABLE t9999seed (id int);
