CREATE TABLE tupgrade8 (id int);
