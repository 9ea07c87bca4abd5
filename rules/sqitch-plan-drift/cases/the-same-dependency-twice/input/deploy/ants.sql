-- Deploy zoo:ants to pg
BEGIN;
CREATE TABLE ants (id bigint PRIMARY KEY);
COMMIT;
