CREATE TABLE tupgrade10 (id int);
