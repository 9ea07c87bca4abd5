-- +goose Up
CREATE TABLE events (
    id bigint,
    day date,
    parent bigint,
    parent_day date,
    PRIMARY KEY (id, day)
) PARTITION BY RANGE (day);
CREATE TABLE events_2026 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
CREATE TABLE events_default PARTITION OF events DEFAULT;
ALTER TABLE events ADD CONSTRAINT fk_parent
    FOREIGN KEY (parent, parent_day) REFERENCES events (id, day);

-- +goose Down
DROP TABLE events;
