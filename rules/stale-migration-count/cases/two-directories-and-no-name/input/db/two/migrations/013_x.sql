CREATE TABLE t013x (id int);
