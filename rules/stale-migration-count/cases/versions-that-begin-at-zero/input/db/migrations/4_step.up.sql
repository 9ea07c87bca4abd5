CREATE TABLE t4step (id int);
