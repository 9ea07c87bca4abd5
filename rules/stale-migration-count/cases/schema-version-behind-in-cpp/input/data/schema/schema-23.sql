CREATE TABLE tschema23 (id int);
