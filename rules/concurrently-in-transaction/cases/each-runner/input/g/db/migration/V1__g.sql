CREATE INDEX CONCURRENTLY ants_legs ON ants (legs);
CREATE TABLE g (id int);
