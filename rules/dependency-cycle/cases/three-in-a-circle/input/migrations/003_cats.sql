-- DEPENDS: 002_bees.sql
CREATE TABLE cats (id bigint PRIMARY KEY);
