CREATE TABLE tupgrade11 (id int);
