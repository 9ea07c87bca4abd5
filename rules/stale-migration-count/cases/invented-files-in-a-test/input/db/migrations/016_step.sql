CREATE TABLE t016step (id int);
