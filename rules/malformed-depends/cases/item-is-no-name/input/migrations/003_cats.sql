-- DEPENDS: 001_ants.sql and 002_bees.sql
CREATE TABLE cats (id bigint PRIMARY KEY);
