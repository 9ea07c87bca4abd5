CREATE TABLE users (id bigint PRIMARY KEY, createdAt timestamptz, "lastName" text);
CREATE SCHEMA auth;
CREATE TABLE auth.tokens (token text);
CREATE TABLE "Mixed" (id bigint);
CREATE VIEW people AS SELECT * FROM users;
DO $$
BEGIN
    EXECUTE format('CREATE TABLE %I (id bigint)', 'events_' || date_part('year', now()));
END $$;
