CREATE TABLE t_07_last (id int);
