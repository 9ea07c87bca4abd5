CREATE TABLE t013step (id int);
