CREATE TABLE users (
    id bigint PRIMARY KEY,
    email text NOT NULL,
    name text,
    created_at timestamptz
);
CREATE TABLE user_sessions (id bigint PRIMARY KEY);
CREATE TABLE old_ants (id bigint PRIMARY KEY);
CREATE TABLE gone (id bigint PRIMARY KEY);
ALTER TABLE users ADD COLUMN nickname text;
