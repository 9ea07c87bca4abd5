CREATE TABLE tpatch011012 (id int);
