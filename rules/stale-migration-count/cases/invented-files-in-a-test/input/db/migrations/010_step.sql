CREATE TABLE t010step (id int);
