DO $$
DECLARE name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['keeper', 'reader'] LOOP
        EXECUTE format('CREATE ROLE %I', name);
    END LOOP;
END $$;
