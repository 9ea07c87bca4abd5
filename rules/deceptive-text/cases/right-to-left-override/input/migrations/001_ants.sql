-- ‮;1 TCELES
CREATE TABLE ants (id bigint PRIMARY KEY);
