-- DEPENDS: 001_users.sql
ALTER TABLE users ADD mail text;
CREATE SCHEMA billing;
