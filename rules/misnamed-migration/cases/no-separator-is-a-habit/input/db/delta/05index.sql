CREATE TABLE t_05index (id int);
