DO $$ BEGIN EXECUTE format('ALTER TABLE %I ADD COLUMN x int', current_setting('app.table')); END $$;
