-- Numbered high so that it stays behind every change of the table itself.
-- DEPENDS: 013_create_audit_events_table.sql
-- DEPENDS: 014_create_audit_partition_function.sql

-- +goose Up
CREATE TABLE audit_events_default PARTITION OF audit_events DEFAULT;
CREATE TABLE audit_events_2026_01 PARTITION OF audit_events
    FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');
CREATE TABLE audit_events_2026_02 PARTITION OF audit_events
    FOR VALUES FROM ('2026-02-01') TO ('2026-03-01');
CREATE TABLE audit_events_2026_03 PARTITION OF audit_events
    FOR VALUES FROM ('2026-03-01') TO ('2026-04-01');
CREATE TABLE audit_events_2026_04 PARTITION OF audit_events
    FOR VALUES FROM ('2026-04-01') TO ('2026-05-01');
CREATE TABLE audit_events_2026_05 PARTITION OF audit_events
    FOR VALUES FROM ('2026-05-01') TO ('2026-06-01');
CREATE TABLE audit_events_2026_06 PARTITION OF audit_events
    FOR VALUES FROM ('2026-06-01') TO ('2026-07-01');

-- +goose Down
DROP TABLE audit_events_2026_06;
DROP TABLE audit_events_2026_05;
DROP TABLE audit_events_2026_04;
DROP TABLE audit_events_2026_03;
DROP TABLE audit_events_2026_02;
DROP TABLE audit_events_2026_01;
DROP TABLE audit_events_default;
