-- DEPENDS: migrations/001_ants.sql, 2
CREATE TABLE cats (id bigint PRIMARY KEY);
