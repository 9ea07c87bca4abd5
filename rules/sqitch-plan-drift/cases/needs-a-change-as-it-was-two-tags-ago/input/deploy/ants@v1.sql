-- Deploy zoo:ants@v1 to pg
BEGIN;
CREATE TABLE ants@v1 (id bigint PRIMARY KEY);
COMMIT;
