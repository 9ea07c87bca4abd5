CREATE TABLE t22 (id int);
