ALTER TABLE ants ALTER COLUMN name SET DEFAULT NULL;
ALTER TABLE ants ALTER COLUMN tag SET DEFAULT NULL; -- an expression, as it has a length
