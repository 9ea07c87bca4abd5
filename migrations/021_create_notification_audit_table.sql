-- DEPENDS: 001_initial_schema.sql, 003_add_updated_at_triggers.sql
-- DEPENDS: 005_create_teams.sql

-- +goose Up
CREATE TABLE notification_audit (
    id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    notification_id  text NOT NULL UNIQUE,
    incident_id      bigint REFERENCES incidents (id) ON DELETE SET NULL,
    team_id          smallint NOT NULL REFERENCES teams (id),
    recipient        text NOT NULL,
    delivery_status  text NOT NULL,
    error_message    text,
    sent_at          timestamptz NOT NULL DEFAULT now(),
    updated_at       timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT notification_audit_status_known
        CHECK (delivery_status IN ('sent', 'failed', 'acknowledged')),
    CONSTRAINT notification_audit_failure_has_reason
        CHECK (delivery_status <> 'failed' OR error_message IS NOT NULL)
);
CREATE INDEX notification_audit_incident_idx
    ON notification_audit (incident_id, sent_at);

CREATE TRIGGER notification_audit_touch
    BEFORE UPDATE ON notification_audit
    FOR EACH ROW EXECUTE FUNCTION touch_updated_at();

-- +goose Down
DROP TABLE notification_audit;
