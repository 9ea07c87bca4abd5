CREATE ROLE app_owner;
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'app_admin') THEN
        CREATE ROLE app_admin;
    END IF;
END $$;
CREATE TABLE ants (id bigint PRIMARY KEY);
ALTER TABLE ants OWNER TO app_owner;
ALTER TABLE ants OWNER TO CURRENT_USER;
ALTER TABLE ants OWNER TO pg_database_owner;
CREATE SEQUENCE ant_ids;
ALTER SEQUENCE ant_ids OWNER TO SESSION_USER;
ALTER SEQUENCE ant_ids OWNED BY ants.id;
CREATE FUNCTION legs() RETURNS integer LANGUAGE sql AS 'SELECT 6';
ALTER FUNCTION legs() OWNER TO app_admin;
