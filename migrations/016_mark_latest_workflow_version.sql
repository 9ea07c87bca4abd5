-- DEPENDS: 015_create_workflow_catalog_table.sql

-- +goose Up
ALTER TABLE workflow_catalog
    ADD COLUMN is_latest boolean NOT NULL DEFAULT false;
CREATE UNIQUE INDEX workflow_catalog_one_latest
    ON workflow_catalog (workflow_name)
    WHERE is_latest;

-- +goose Down
DROP INDEX workflow_catalog_one_latest;
ALTER TABLE workflow_catalog DROP COLUMN is_latest;
