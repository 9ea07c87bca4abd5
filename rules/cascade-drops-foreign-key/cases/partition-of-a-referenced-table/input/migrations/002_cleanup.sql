-- +goose Up
-- CASCADE needed: inherited triggers
DROP TABLE IF EXISTS events_default CASCADE;

-- +goose Down
CREATE TABLE events_default PARTITION OF events DEFAULT;
