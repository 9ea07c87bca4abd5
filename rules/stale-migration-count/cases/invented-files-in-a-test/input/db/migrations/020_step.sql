CREATE TABLE t020step (id int);
