CREATE TABLE events (id bigint, day date NOT NULL) PARTITION BY RANGE (day);
CREATE TABLE events_2025_12 PARTITION OF events FOR VALUES FROM ('2025-12-01') TO ('2026-01-01');
DO $$
DECLARE
    first date := date_trunc('month', CURRENT_DATE);
BEGIN
    FOR i IN 0..3 LOOP
        EXECUTE format(
            'CREATE TABLE IF NOT EXISTS %I PARTITION OF events FOR VALUES FROM (%L) TO (%L)',
            'events_' || to_char(first, 'YYYY_MM'), first, first + interval '1 month');
        first := first + interval '1 month';
    END LOOP;
END $$;
CREATE TABLE calls (id bigint, day date NOT NULL) PARTITION BY RANGE (day);
CREATE TABLE calls_2025_12 PARTITION OF calls FOR VALUES FROM ('2025-12-01') TO ('2026-01-01');
CREATE FUNCTION add_calls(suffix text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE 'CREATE TABLE p' || suffix || ' PARTITION OF calls FOR VALUES FROM (CURRENT_DATE) TO (CURRENT_DATE + 1)';
END;
$$;
SELECT add_calls('x');
