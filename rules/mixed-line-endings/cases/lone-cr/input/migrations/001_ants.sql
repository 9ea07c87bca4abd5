CREATE TABLE ants (id bigint PRIMARY KEY);
-- noteSELECT 1;
