CREATE TABLE t13 (id int);
