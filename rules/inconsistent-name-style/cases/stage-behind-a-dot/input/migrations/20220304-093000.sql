CREATE TABLE t04 (id int);
