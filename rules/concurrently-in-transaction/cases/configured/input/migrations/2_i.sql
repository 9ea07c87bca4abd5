CREATE INDEX i ON ants (legs);
