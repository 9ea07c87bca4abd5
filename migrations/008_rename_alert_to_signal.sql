-- DEPENDS: 001_initial_schema.sql

-- +goose Up
ALTER TABLE incidents RENAME COLUMN alert_name TO signal_name;

-- +goose Down
ALTER TABLE incidents RENAME COLUMN signal_name TO alert_name;
