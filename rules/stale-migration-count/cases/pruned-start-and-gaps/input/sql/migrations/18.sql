CREATE TABLE t18 (id int);
