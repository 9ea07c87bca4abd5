-- DEPENDS: 001_initial_schema.sql

-- +goose Up
ALTER TABLE actions ADD COLUMN due_at timestamptz;
ALTER TABLE actions
    ADD CONSTRAINT actions_due_after_start
    CHECK (due_at IS NULL OR due_at >= started_at);

-- +goose Down
ALTER TABLE actions DROP CONSTRAINT actions_due_after_start;
ALTER TABLE actions DROP COLUMN due_at;
