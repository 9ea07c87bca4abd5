CREATE TABLE r (id int PRIMARY KEY);
CREATE TABLE t (
  a serial,
  b int,
  c int,
  d int REFERENCES r,
  e int,
  UNIQUE (b, c),
  CHECK (b > c),
  CHECK (e > 0)
);
CREATE INDEX by_where ON t (e) WHERE c > 1;
CREATE INDEX by_include ON t (e) INCLUDE (c);
CREATE INDEX by_expression ON t ((c + e));
CREATE INDEX stays ON t (e);
ALTER TABLE t DROP COLUMN a;
ALTER TABLE t DROP COLUMN c;
ALTER TABLE t DROP COLUMN d, ADD COLUMN d text, DROP COLUMN IF EXISTS nothing;
