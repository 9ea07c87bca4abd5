-- DEPENDS: 9_ants.sql
CREATE TABLE bees (id bigint PRIMARY KEY);
