CREATE TABLE t11 (id int);
