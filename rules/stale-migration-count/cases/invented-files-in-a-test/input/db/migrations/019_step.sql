CREATE TABLE t019step (id int);
