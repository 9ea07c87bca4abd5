CREATE TABLE t_03tags (id int);
