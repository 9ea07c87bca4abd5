CREATE TABLE t14 (id int);
