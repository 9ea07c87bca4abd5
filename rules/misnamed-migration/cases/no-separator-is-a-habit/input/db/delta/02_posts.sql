CREATE TABLE t_02_posts (id int);
