CREATE TABLE events (id bigint, day date NOT NULL) PARTITION BY RANGE (day);
CREATE TABLE events_2025_12 PARTITION OF events FOR VALUES FROM ('2025-12-01') TO ('2026-01-01');
SELECT partman.create_parent(p_parent_table => 'public.events', p_control => 'day', p_interval => '1 month');
