-- no-transaction: an index
CREATE INDEX CONCURRENTLY i ON ants (id);
