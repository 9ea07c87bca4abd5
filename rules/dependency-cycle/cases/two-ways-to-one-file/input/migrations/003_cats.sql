-- DEPENDS: 001_ants.sql, 002_bees.sql
CREATE TABLE cats (id bigint PRIMARY KEY);
