CREATE TABLE tpatch009008 (id int);
