ALTER TABLE nests ADD COLUMN depth integer;
CREATE INDEX ants_legs ON ants (legs);
DROP INDEX IF EXISTS nothing;
