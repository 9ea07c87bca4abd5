CREATE TABLE tV10step (id int);
