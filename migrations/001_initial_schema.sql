-- The two tables everything else hangs on: what happened, and what was done.

-- +goose Up
CREATE TABLE incidents (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    alert_name  text NOT NULL,
    namespace   text NOT NULL DEFAULT 'default',
    severity    text NOT NULL,
    opened_at   timestamptz NOT NULL DEFAULT now(),
    closed_at   timestamptz,
    CONSTRAINT incidents_severity_known
        CHECK (severity IN ('critical', 'warning', 'info')),
    CONSTRAINT incidents_closed_after_opened
        CHECK (closed_at IS NULL OR closed_at >= opened_at)
);

CREATE TABLE actions (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    incident_id  bigint NOT NULL REFERENCES incidents (id) ON DELETE CASCADE,
    kind         text NOT NULL,
    parameters   jsonb NOT NULL DEFAULT '{}'::jsonb,
    started_at   timestamptz NOT NULL DEFAULT now(),
    finished_at  timestamptz
);

-- +goose Down
DROP TABLE actions;
DROP TABLE incidents;
