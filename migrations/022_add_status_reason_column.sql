-- Why a workflow was disabled, in words. The column that a test's list of
-- migrations once forgot.
-- DEPENDS: 015_create_workflow_catalog_table.sql

-- +goose Up
ALTER TABLE workflow_catalog ADD COLUMN status_reason text;
ALTER TABLE workflow_catalog
    ADD CONSTRAINT workflow_catalog_disabled_has_reason
    CHECK (status <> 'disabled' OR status_reason IS NOT NULL);

-- +goose Down
ALTER TABLE workflow_catalog
    DROP CONSTRAINT workflow_catalog_disabled_has_reason;
ALTER TABLE workflow_catalog DROP COLUMN status_reason;
