CREATE TABLE t_06_more (id int);
