CREATE TABLE tschema11 (id int);
