-- Deploy zoo:ants-2.1 to pg
BEGIN;
CREATE TABLE ants-2.1 (id bigint PRIMARY KEY);
COMMIT;
