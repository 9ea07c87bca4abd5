CREATE TABLE g (id int);
CREATE INDEX CONCURRENTLY ants_legs ON ants (legs);
