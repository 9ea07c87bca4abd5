CREATE TABLE t014step (id int);
