-- Deploy zoo:dogs to pg
BEGIN;
CREATE TABLE dogs (id bigint PRIMARY KEY);
COMMIT;
