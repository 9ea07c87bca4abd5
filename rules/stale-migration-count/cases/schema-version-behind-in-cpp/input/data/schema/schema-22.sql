CREATE TABLE tschema22 (id int);
