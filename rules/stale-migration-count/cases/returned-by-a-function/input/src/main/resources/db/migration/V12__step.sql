CREATE TABLE tV12step (id int);
