-- DEPENDS: 001_users.sql
ALTER TABLE users ADD made timestamptz DEFAULT now();
