CREATE TABLE days (day date) PARTITION BY RANGE (day);
DO $$ BEGIN
    EXECUTE format('CREATE TABLE days_%s PARTITION OF days DEFAULT', to_char(now(), 'YYYY'));
END $$;
