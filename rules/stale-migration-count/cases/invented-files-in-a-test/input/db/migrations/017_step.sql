CREATE TABLE t017step (id int);
