CREATE TABLE t008step (id int);
