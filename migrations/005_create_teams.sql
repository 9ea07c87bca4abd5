-- +goose Up
CREATE TABLE teams (
    id       smallint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name     text NOT NULL UNIQUE,
    channel  text NOT NULL
);
COMMENT ON COLUMN teams.channel IS 'where a notification for this team goes';

-- +goose Down
DROP TABLE teams;
