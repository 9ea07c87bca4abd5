CREATE TABLE t (
  id int, day date, parent int, parent_day date,
  PRIMARY KEY (id, day),
  CONSTRAINT to_parent FOREIGN KEY (parent, parent_day) REFERENCES t (id, day)
) PARTITION BY RANGE (day);
CREATE TABLE t_1 PARTITION OF t FOR VALUES FROM ('2025-01-01') TO ('2025-02-01');
CREATE TABLE t_default PARTITION OF t DEFAULT;
CREATE TABLE other (id int, day date, FOREIGN KEY (id, day) REFERENCES t);
CREATE TABLE plain (id int PRIMARY KEY);
ALTER TABLE t ADD COLUMN plain int REFERENCES plain;
DROP TABLE t_default;
DROP TABLE t_default CASCADE;
