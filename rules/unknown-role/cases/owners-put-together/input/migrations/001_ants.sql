CREATE TABLE ants (id bigint PRIMARY KEY);
ALTER TABLE ants OWNER TO keeper;
