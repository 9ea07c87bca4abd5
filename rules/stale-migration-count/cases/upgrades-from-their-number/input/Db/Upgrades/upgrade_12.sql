CREATE TABLE tupgrade12 (id int);
