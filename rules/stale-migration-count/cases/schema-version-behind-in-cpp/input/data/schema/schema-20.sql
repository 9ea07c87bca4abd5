CREATE TABLE tschema20 (id int);
