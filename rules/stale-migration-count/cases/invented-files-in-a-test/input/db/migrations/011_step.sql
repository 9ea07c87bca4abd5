CREATE TABLE t011step (id int);
