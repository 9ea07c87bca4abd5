-- One row per thing that anybody or anything did. Partitioned by month, so
-- that retention is a DROP and not a DELETE.

-- +goose Up
CREATE TABLE audit_events (
    event_id        uuid NOT NULL DEFAULT gen_random_uuid(),
    occurred_at     timestamptz NOT NULL DEFAULT now(),
    actor           text NOT NULL,
    event_type      text NOT NULL,
    resource_kind   text NOT NULL,
    resource_name   text NOT NULL,
    correlation_id  text,
    payload         jsonb NOT NULL DEFAULT '{}'::jsonb,
    PRIMARY KEY (occurred_at, event_id)
) PARTITION BY RANGE (occurred_at);

CREATE INDEX audit_events_correlation_idx
    ON audit_events (correlation_id, occurred_at)
    WHERE correlation_id IS NOT NULL;
CREATE INDEX audit_events_resource_idx
    ON audit_events (resource_kind, resource_name, occurred_at DESC);

-- +goose Down
DROP TABLE audit_events;
