-- DEPENDS: 002_bees.sql
CREATE TABLE ants (id bigint PRIMARY KEY);
