-- DEPENDS: 001_initial_schema.sql
-- DEPENDS: 009_add_action_outcome.sql (an open action is skipped)

-- +goose Up
-- +goose StatementBegin
CREATE FUNCTION close_incident(incident bigint) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    UPDATE actions
    SET outcome = 'skipped', finished_at = now()
    WHERE incident_id = incident AND finished_at IS NULL;

    UPDATE incidents
    SET closed_at = now()
    WHERE id = incident AND closed_at IS NULL;

    IF NOT FOUND THEN
        RAISE EXCEPTION 'incident % is not open', incident;
    END IF;
END;
$$;
-- +goose StatementEnd

-- +goose Down
DROP FUNCTION close_incident(bigint);
