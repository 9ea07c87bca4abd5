CREATE TABLE tpatch009010 (id int);
