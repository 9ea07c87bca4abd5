-- DEPENDS: 001_ants.sql
-- DEPENDS: 1 (again)
CREATE TABLE cats (id bigint PRIMARY KEY);
