-- DEPENDS: 001_ants.sql, 003_cats.sql
CREATE TABLE bees (id bigint PRIMARY KEY);
