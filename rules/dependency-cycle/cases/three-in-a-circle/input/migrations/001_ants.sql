-- DEPENDS: 003_cats.sql
CREATE TABLE ants (id bigint PRIMARY KEY);
