CREATE TABLE t21 (id int);
