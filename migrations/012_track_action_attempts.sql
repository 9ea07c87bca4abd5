-- DEPENDS: 001_initial_schema.sql

-- +goose Up
ALTER TABLE actions ADD COLUMN attempt smallint NOT NULL DEFAULT 1;
ALTER TABLE actions
    ADD CONSTRAINT actions_attempt_positive CHECK (attempt > 0);
ALTER TABLE actions
    ADD CONSTRAINT actions_attempt_unique UNIQUE (incident_id, kind, attempt);

-- +goose Down
ALTER TABLE actions DROP CONSTRAINT actions_attempt_unique;
ALTER TABLE actions DROP CONSTRAINT actions_attempt_positive;
ALTER TABLE actions DROP COLUMN attempt;
