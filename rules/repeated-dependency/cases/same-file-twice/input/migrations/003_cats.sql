-- DEPENDS: 001_ants.sql, 1
CREATE TABLE cats (id bigint PRIMARY KEY);
