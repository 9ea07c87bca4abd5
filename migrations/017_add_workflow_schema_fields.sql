-- DEPENDS: 015_create_workflow_catalog_table.sql

-- +goose Up
ALTER TABLE workflow_catalog
    ADD COLUMN parameter_schema jsonb NOT NULL DEFAULT '{}'::jsonb,
    ADD COLUMN content_digest bytea,
    ADD CONSTRAINT workflow_catalog_digest_is_sha256
        CHECK (content_digest IS NULL OR length(content_digest) = 32);

-- +goose Down
ALTER TABLE workflow_catalog
    DROP CONSTRAINT workflow_catalog_digest_is_sha256,
    DROP COLUMN content_digest,
    DROP COLUMN parameter_schema;
