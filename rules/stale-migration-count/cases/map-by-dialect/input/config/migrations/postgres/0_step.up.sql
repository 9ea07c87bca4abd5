CREATE TABLE t0step (id int);
