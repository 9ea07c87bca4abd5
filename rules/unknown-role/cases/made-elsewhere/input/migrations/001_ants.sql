CREATE TABLE ants (id bigint PRIMARY KEY);
GRANT SELECT ON ants TO app_read;
GRANT SELECT ON ants TO app_user;
GRANT SELECT ON ants TO analyst;
DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'auditor') THEN
        GRANT SELECT ON ants TO auditor;
    END IF;
END $$;
GRANT SELECT ON ants TO ${REPORTING_ROLE}, :owner;
REVOKE ALL ON ants FROM somebody;
