CREATE TABLE tV9step (id int);
