-- DEPENDS: 001_users.sql
ALTER TABLE users ADD a text;
