CREATE TABLE tpatch007008 (id int);
