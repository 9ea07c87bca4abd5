CREATE TABLE t06 (id int);
