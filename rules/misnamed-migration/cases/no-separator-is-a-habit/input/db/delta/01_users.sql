CREATE TABLE t_01_users (id int);
