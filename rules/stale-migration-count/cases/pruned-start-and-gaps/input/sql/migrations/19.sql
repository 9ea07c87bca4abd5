CREATE TABLE t19 (id int);
