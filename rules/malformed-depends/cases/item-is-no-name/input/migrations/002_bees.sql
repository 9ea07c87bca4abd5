-- DEPENDS: 001_ants.sql (ants
CREATE TABLE bees (id bigint PRIMARY KEY);
