CREATE TABLE t007step (id int);
