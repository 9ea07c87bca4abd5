CREATE TABLE t05 (id int);
