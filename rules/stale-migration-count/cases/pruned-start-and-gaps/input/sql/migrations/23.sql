CREATE TABLE t23 (id int);
