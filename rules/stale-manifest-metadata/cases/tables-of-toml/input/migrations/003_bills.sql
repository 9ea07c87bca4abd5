CREATE TABLE bills (id int);
