CREATE TABLE t3step (id int);
