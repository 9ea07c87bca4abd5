CREATE TABLE t002step (id int);
