CREATE TABLE t09 (id int);
