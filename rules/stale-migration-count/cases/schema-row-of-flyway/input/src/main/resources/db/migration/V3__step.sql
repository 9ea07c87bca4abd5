CREATE TABLE tV3step (id int);
