CREATE TYPE mood AS ENUM ('good', 'bad');
CREATE DOMAIN sure AS mood;
CREATE TABLE t (a mood, b sure, c mood[], d int, CHECK (d > 0 OR a = 'bad'));
CREATE FUNCTION f(mood) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE INDEX i ON t (a, d);
DROP TYPE mood;
DROP TYPE mood CASCADE;
