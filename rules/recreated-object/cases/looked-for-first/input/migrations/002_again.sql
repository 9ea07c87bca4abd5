CREATE TABLE IF NOT EXISTS ants (id bigint PRIMARY KEY);
CREATE OR REPLACE FUNCTION count_ants() RETURNS bigint LANGUAGE sql AS 'SELECT 6';
CREATE FUNCTION count_ants(integer) RETURNS bigint LANGUAGE sql AS 'SELECT 6';
DO $$ BEGIN
    IF NOT EXISTS (SELECT 1 FROM pg_type WHERE typname = 'mood') THEN
        CREATE TYPE mood AS ENUM ('calm');
    END IF;
END $$;
ALTER TABLE ants DROP COLUMN legs, ADD COLUMN legs smallint;
