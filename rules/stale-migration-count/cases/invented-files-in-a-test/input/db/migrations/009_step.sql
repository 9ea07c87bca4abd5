CREATE TABLE t009step (id int);
