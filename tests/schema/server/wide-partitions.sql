CREATE TABLE t (a int, gone int, b int, c1 int, c2 int, c3 int, c4 int, c5 int,
  c6 int, c7 int, c8 int, c9 int, c10 int, c11 int, c12 int, c13 int, c14 int,
  c15 int, d int GENERATED ALWAYS AS (c15 + 1) STORED, CHECK (c14 > 0))
  PARTITION BY RANGE (a);
ALTER TABLE t DROP COLUMN gone;
CREATE TABLE p PARTITION OF t (c3 NOT NULL) FOR VALUES FROM (1) TO (2);
CREATE TABLE q (b int, c1 int, c2 int, c3 int, c4 int, c5 int, c6 int, c7 int,
  c8 int, c9 int, c10 int, c11 int, c12 int, c13 int, c14 int, c15 int, a int,
  d int GENERATED ALWAYS AS (c15 + 1) STORED,
  CONSTRAINT t_c14_check CHECK (c14 > 0));
ALTER TABLE t ATTACH PARTITION q FOR VALUES FROM (2) TO (3);
CREATE INDEX ON t (b, c15) INCLUDE (c1) WHERE c2 > 0;
ALTER TABLE t ADD COLUMN e int;
ALTER TABLE t RENAME COLUMN c4 TO f;
ALTER TABLE t DROP COLUMN c5;
ALTER TABLE t ADD COLUMN c5 text;
CREATE TABLE r PARTITION OF t FOR VALUES FROM (3) TO (4);
CREATE UNIQUE INDEX ON t (a, f, c5);
CREATE INDEX ON r (c4);
ALTER TABLE t RENAME COLUMN e TO c4;
CREATE INDEX ON r (c4, e);
ALTER TABLE t DROP COLUMN c15 CASCADE;
