CREATE TABLE ants (id bigint PRIMARY KEY, legs integer);
CREATE FUNCTION count_ants() RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM ants';
