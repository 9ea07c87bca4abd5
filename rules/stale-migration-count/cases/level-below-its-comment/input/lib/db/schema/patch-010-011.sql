CREATE TABLE tpatch010011 (id int);
