--DEPEND: 001_ants.sql
CREATE TABLE cats (id bigint PRIMARY KEY);
