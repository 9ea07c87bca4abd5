CREATE TABLE t08 (id int);
