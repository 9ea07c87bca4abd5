-- DEPENDS: 008_rename_alert_to_signal.sql, 009_add_action_outcome.sql

-- +goose Up
CREATE VIEW action_summary AS
SELECT i.signal_name,
       a.kind,
       count(*) AS attempts,
       count(*) FILTER (WHERE a.outcome = 'succeeded') AS successes
FROM actions AS a
JOIN incidents AS i ON i.id = a.incident_id
GROUP BY i.signal_name, a.kind;

-- +goose Down
DROP VIEW action_summary;
