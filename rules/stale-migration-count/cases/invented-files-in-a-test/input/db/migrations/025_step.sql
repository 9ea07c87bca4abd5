CREATE TABLE t025step (id int);
