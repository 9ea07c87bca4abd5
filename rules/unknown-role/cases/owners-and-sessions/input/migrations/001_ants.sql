CREATE ROLE app_owner;
CREATE TABLE ants (id bigint PRIMARY KEY);
ALTER TABLE ants OWNER TO app_ower;
CREATE VIEW all_ants AS SELECT id FROM ants;
ALTER VIEW all_ants OWNER TO reporting;
