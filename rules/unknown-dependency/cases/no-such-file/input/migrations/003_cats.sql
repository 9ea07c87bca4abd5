-- DEPENDS: 017
-- DEPENDS: services/other/001_ants.sql
CREATE TABLE cats (id bigint PRIMARY KEY);
