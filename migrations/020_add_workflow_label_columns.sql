-- DEPENDS: 015_create_workflow_catalog_table.sql

-- +goose Up
ALTER TABLE workflow_catalog
    ADD COLUMN signal_name text,
    ADD COLUMN environment text,
    ADD COLUMN custom_labels jsonb NOT NULL DEFAULT '{}'::jsonb;
CREATE INDEX workflow_catalog_signal_idx
    ON workflow_catalog (signal_name, environment)
    WHERE status = 'active';
CREATE INDEX workflow_catalog_labels_idx
    ON workflow_catalog USING gin (custom_labels jsonb_path_ops);

-- +goose Down
DROP INDEX workflow_catalog_labels_idx;
DROP INDEX workflow_catalog_signal_idx;
ALTER TABLE workflow_catalog
    DROP COLUMN custom_labels,
    DROP COLUMN environment,
    DROP COLUMN signal_name;
