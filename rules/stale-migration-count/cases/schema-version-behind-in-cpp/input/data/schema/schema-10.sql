CREATE TABLE tschema10 (id int);
