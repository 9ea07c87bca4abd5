-- DEPENDS: 001_initial_schema.sql

-- +goose Up
ALTER TABLE incidents
    ADD COLUMN updated_at timestamptz NOT NULL DEFAULT now();
ALTER TABLE actions
    ADD COLUMN updated_at timestamptz NOT NULL DEFAULT now();

-- +goose StatementBegin
CREATE FUNCTION touch_updated_at() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    NEW.updated_at := now();
    RETURN NEW;
END;
$$;
-- +goose StatementEnd

CREATE TRIGGER incidents_touch
    BEFORE UPDATE ON incidents
    FOR EACH ROW EXECUTE FUNCTION touch_updated_at();
CREATE TRIGGER actions_touch
    BEFORE UPDATE ON actions
    FOR EACH ROW EXECUTE FUNCTION touch_updated_at();

-- +goose Down
DROP TRIGGER actions_touch ON actions;
DROP TRIGGER incidents_touch ON incidents;
DROP FUNCTION touch_updated_at();
ALTER TABLE actions DROP COLUMN updated_at;
ALTER TABLE incidents DROP COLUMN updated_at;
