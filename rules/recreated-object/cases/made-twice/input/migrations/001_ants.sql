CREATE TABLE ants (id bigint PRIMARY KEY, legs integer);
CREATE INDEX ants_legs ON ants (legs);
