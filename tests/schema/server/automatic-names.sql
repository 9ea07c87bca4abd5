CREATE TABLE r (x int PRIMARY KEY, y int UNIQUE, z int, UNIQUE (y, z));
CREATE TABLE t (
  a int CHECK (a > 0),
  b int REFERENCES r,
  c int,
  d int,
  CHECK (a < b),
  CHECK (c > 1 AND c < 9),
  CHECK (1 > 0),
  FOREIGN KEY (c, d) REFERENCES r (y, z)
);
CREATE INDEX ON t (a);
CREATE INDEX ON t (a, b DESC);
CREATE INDEX ON t (lower(a::text));
CREATE INDEX ON t ((a + 1), (b + 1));
CREATE INDEX ON t (a) WHERE b > 1;
CREATE UNIQUE INDEX ON t (c) INCLUDE (d);
