-- DEPENDS: 013_create_audit_events_table.sql

-- +goose Up
-- +goose StatementBegin
CREATE FUNCTION create_audit_events_partition(month date) RETURNS text
LANGUAGE plpgsql AS $$
DECLARE
    first_day date := date_trunc('month', month)::date;
    next_month date := (first_day + interval '1 month')::date;
    partition_name text := 'audit_events_' || to_char(first_day, 'YYYY_MM');
BEGIN
    EXECUTE format(
        'CREATE TABLE %I PARTITION OF audit_events FOR VALUES FROM (%L) TO (%L)',
        partition_name, first_day, next_month);
    RETURN partition_name;
END;
$$;
-- +goose StatementEnd

-- +goose Down
DROP FUNCTION create_audit_events_partition(date);
