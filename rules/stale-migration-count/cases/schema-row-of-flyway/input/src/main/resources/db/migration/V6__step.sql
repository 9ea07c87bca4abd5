CREATE TABLE tV6step (id int);
