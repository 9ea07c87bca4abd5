CREATE TABLE t023step (id int);
