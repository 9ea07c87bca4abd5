CREATE TABLE t01 (id int);
