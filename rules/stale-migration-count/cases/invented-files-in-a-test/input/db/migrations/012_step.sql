CREATE TABLE t012step (id int);
