CREATE TABLE t021step (id int);
