CREATE TABLE tV8step (id int);
