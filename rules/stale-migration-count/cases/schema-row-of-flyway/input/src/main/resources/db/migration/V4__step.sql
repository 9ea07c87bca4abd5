CREATE TABLE tV4step (id int);
