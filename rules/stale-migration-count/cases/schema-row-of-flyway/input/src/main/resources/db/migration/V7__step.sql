CREATE TABLE tV7step (id int);
