CREATE TABLE t (
  a int4range, b int4range,
  EXCLUDE USING gist (a WITH &&),
  CONSTRAINT named EXCLUDE USING gist (a WITH &&, b WITH &&) WHERE (NOT isempty(b))
);
