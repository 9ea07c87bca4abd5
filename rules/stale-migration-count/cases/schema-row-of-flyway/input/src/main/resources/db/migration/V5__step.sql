CREATE TABLE tV5step (id int);
