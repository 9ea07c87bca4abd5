CREATE TABLE tpatch010009 (id int);
