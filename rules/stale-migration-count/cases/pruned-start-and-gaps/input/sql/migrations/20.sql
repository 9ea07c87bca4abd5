CREATE TABLE t20 (id int);
