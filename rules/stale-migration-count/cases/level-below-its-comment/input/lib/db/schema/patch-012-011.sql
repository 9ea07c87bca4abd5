CREATE TABLE tpatch012011 (id int);
