-- Deploy zoo:farm/bees_ to pg
BEGIN;
CREATE TABLE bees_ (id bigint PRIMARY KEY);
COMMIT;
