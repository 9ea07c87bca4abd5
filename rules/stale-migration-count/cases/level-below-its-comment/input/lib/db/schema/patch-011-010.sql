CREATE TABLE tpatch011010 (id int);
