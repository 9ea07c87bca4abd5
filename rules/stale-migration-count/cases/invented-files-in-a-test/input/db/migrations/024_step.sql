CREATE TABLE t024step (id int);
