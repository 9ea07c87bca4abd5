CREATE TABLE t005step (id int);
