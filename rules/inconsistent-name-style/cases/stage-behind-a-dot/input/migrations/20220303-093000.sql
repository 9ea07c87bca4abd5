CREATE TABLE t03 (id int);
