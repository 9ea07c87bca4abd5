-- DEPENDS: 001_initial_schema.sql

-- +goose Up
CREATE TYPE action_outcome AS ENUM ('succeeded', 'failed', 'skipped');
ALTER TABLE actions ADD COLUMN outcome action_outcome;
ALTER TABLE actions
    ADD CONSTRAINT actions_outcome_when_finished
    CHECK ((outcome IS NULL) = (finished_at IS NULL));

-- +goose Down
ALTER TABLE actions DROP CONSTRAINT actions_outcome_when_finished;
ALTER TABLE actions DROP COLUMN outcome;
DROP TYPE action_outcome;
