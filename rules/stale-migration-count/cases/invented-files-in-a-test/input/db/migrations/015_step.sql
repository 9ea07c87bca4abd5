CREATE TABLE t015step (id int);
