CREATE TABLE t2step (id int);
