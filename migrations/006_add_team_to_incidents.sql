-- DEPENDS: 001_initial_schema.sql, 005_create_teams.sql

-- +goose Up
ALTER TABLE incidents ADD COLUMN team_id smallint REFERENCES teams (id);
CREATE INDEX incidents_team_idx ON incidents (team_id);

-- +goose Down
DROP INDEX incidents_team_idx;
ALTER TABLE incidents DROP COLUMN team_id;
