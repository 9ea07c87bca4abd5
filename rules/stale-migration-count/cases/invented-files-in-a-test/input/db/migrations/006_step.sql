CREATE TABLE t006step (id int);
