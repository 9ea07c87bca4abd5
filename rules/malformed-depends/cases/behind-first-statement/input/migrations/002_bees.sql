CREATE TABLE bees (id bigint PRIMARY KEY);
-- DEPENDS: 001_ants.sql
