-- DEPENDS: 001_ants.sql
CREATE TABLE ants (id bigint PRIMARY KEY);
