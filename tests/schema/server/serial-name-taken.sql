CREATE SEQUENCE t_a_seq;
CREATE TABLE t_a_seq1 (x int);
CREATE TABLE t (a serial);
ALTER TABLE t ADD COLUMN b bigserial;
