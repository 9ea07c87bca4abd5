-- migrate:up transaction:false
CREATE INDEX CONCURRENTLY ants_legs ON ants (legs);
-- migrate:down
