CREATE TABLE tV2step (id int);
