CREATE TABLE t07 (id int);
