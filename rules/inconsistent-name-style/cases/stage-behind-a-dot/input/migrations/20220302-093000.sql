CREATE TABLE t02 (id int);
