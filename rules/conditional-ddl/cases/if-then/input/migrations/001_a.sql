DO $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_type WHERE typname = 'a') THEN
    CREATE TYPE a AS ENUM ('b');
  END IF;
END $$;
