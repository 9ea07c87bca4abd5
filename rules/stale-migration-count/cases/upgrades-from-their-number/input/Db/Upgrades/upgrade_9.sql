CREATE TABLE tupgrade9 (id int);
