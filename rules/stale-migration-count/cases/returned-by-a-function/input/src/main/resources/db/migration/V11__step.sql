CREATE TABLE tV11step (id int);
