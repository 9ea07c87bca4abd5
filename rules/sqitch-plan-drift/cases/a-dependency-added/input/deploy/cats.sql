-- Deploy zoo:cats to pg
BEGIN;
CREATE TABLE cats (id bigint PRIMARY KEY);
COMMIT;
