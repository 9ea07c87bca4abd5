-- a is no longer used
DROP TABLE a;
ALTER TABLE b DROP COLUMN c; -- replaced by d
DELETE FROM e WHERE f;
DROP INDEX g;
