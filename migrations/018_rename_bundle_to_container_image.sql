-- DEPENDS: 015_create_workflow_catalog_table.sql

-- +goose Up
ALTER TABLE workflow_catalog RENAME COLUMN bundle TO container_image;

-- +goose Down
ALTER TABLE workflow_catalog RENAME COLUMN container_image TO bundle;
