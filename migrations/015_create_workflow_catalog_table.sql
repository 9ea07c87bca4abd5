-- DEPENDS: 005_create_teams.sql (every workflow has an owner)

-- +goose Up
CREATE TABLE workflow_catalog (
    workflow_name  text NOT NULL,
    version        text NOT NULL,
    owner_team_id  smallint NOT NULL REFERENCES teams (id),
    description    text NOT NULL,
    bundle         text NOT NULL,
    status         text NOT NULL DEFAULT 'active',
    created_at     timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (workflow_name, version),
    CONSTRAINT workflow_catalog_status_known
        CHECK (status IN ('active', 'deprecated', 'disabled'))
);

-- +goose Down
DROP TABLE workflow_catalog;
