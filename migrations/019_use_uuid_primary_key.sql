-- A workflow keeps its identity when it is renamed: the pair of name and
-- version stays unique, and a key of its own takes over.
-- DEPENDS: 015_create_workflow_catalog_table.sql

-- +goose Up
ALTER TABLE workflow_catalog
    ADD COLUMN workflow_id uuid NOT NULL DEFAULT gen_random_uuid();
ALTER TABLE workflow_catalog DROP CONSTRAINT workflow_catalog_pkey;
ALTER TABLE workflow_catalog
    ADD CONSTRAINT workflow_catalog_pkey PRIMARY KEY (workflow_id);
ALTER TABLE workflow_catalog
    ADD CONSTRAINT workflow_catalog_name_version_key
    UNIQUE (workflow_name, version);

-- +goose Down
ALTER TABLE workflow_catalog
    DROP CONSTRAINT workflow_catalog_name_version_key;
ALTER TABLE workflow_catalog DROP CONSTRAINT workflow_catalog_pkey;
ALTER TABLE workflow_catalog
    ADD CONSTRAINT workflow_catalog_pkey PRIMARY KEY (workflow_name, version);
ALTER TABLE workflow_catalog DROP COLUMN workflow_id;
