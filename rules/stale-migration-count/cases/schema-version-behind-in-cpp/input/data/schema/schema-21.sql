CREATE TABLE tschema21 (id int);
