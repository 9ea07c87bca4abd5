CREATE TABLE t24 (id int);
