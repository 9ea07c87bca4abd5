CREATE TABLE t018step (id int);
