CREATE TABLE t17 (id int);
