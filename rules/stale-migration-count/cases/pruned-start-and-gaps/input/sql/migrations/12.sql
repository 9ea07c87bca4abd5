CREATE TABLE t12 (id int);
