CREATE TABLE tpatch008009 (id int);
