-- DEPENDS: 001_initial_schema.sql

-- +goose Up
CREATE INDEX incidents_open_idx
    ON incidents (namespace, opened_at DESC)
    WHERE closed_at IS NULL;
CREATE INDEX actions_incident_idx ON actions (incident_id, started_at);

-- +goose Down
DROP INDEX actions_incident_idx;
DROP INDEX incidents_open_idx;
