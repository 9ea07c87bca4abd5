CREATE TABLE tV1step (id int);
