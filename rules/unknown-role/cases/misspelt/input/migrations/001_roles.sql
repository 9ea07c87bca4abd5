CREATE ROLE app_read;
CREATE ROLE "App Write";
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'app_owner') THEN
        CREATE ROLE app_owner;
    END IF;
    EXECUTE 'CREATE ROLE app_admin';
END $$;
CREATE TABLE ants (id bigint PRIMARY KEY);
ALTER TABLE ants ENABLE ROW LEVEL SECURITY;
GRANT SELECT ON ants TO app_read, "App Write", app_owner, app_admin, PUBLIC, CURRENT_USER;
GRANT app_read TO pg_monitor, rds_superuser;
