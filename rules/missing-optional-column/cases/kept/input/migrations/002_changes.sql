ALTER TABLE users RENAME COLUMN nickname TO handle;
ALTER TABLE users DROP COLUMN created_at;
ALTER TABLE old_ants RENAME TO ants;
DROP TABLE gone;
