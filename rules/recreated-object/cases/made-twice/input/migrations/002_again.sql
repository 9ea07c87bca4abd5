CREATE TABLE ants (id bigint PRIMARY KEY);
ALTER TABLE ants ADD COLUMN legs integer;
CREATE UNIQUE INDEX ants_legs ON ants (id);
