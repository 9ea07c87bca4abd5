CREATE TABLE t_04gaps (id int);
