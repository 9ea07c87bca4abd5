CREATE TABLE t001step (id int);
