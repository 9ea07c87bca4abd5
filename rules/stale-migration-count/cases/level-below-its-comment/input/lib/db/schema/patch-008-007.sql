CREATE TABLE tpatch008007 (id int);
