CREATE TABLE ants (id bigint PRIMARY KEY);
DO $$
DECLARE name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['reader', 'writer'] LOOP
        EXECUTE format('CREATE ROLE %I', name);
    END LOOP;
END $$;
GRANT SELECT ON ants TO reader;
