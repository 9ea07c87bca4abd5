CREATE TABLE t (a int);
DO $$ BEGIN
  ALTER TABLE t ADD COLUMN b int;
  CREATE INDEX ON t (b);
END $$;
DO $$ BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_type WHERE typname = 'mood') THEN
    CREATE TYPE mood AS ENUM ('x');
  END IF;
  IF EXISTS (SELECT 1 FROM information_schema.tables WHERE table_name = 'none') THEN
    ALTER TABLE none RENAME COLUMN a TO b;
  END IF;
END $$;
DO $$ BEGIN
  CREATE TYPE mood AS ENUM ('y');
EXCEPTION WHEN duplicate_object THEN NULL;
END $$;
