-- migrate:up transaction:False
CREATE INDEX CONCURRENTLY i ON ants (id);
-- migrate:down transaction:false
DROP INDEX i;
