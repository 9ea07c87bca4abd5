CREATE TABLE t003step (id int);
