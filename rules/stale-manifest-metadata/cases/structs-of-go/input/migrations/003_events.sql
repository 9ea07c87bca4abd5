CREATE TABLE events (id bigint, at timestamptz NOT NULL) PARTITION BY RANGE (at);
CREATE INDEX idx_events_at_id ON events (at, id);
CREATE INDEX idx_events_id ON events (id);
