CREATE TABLE t004step (id int);
