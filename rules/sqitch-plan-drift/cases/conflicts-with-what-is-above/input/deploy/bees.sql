-- Deploy zoo:bees to pg
BEGIN;
CREATE TABLE bees (id bigint PRIMARY KEY);
COMMIT;
