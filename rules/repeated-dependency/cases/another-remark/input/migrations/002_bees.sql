-- DEPENDS: 001_ants.sql (ants)
-- DEPENDS: 001_ants.sql (queens)
-- DEPENDS: 001_ants.sql
CREATE TABLE bees (id bigint PRIMARY KEY);
