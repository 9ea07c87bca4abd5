CREATE TABLE t1step (id int);
