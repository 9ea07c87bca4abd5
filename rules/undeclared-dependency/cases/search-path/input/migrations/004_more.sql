-- DEPENDS: 001_users.sql
ALTER TABLE billing.users ADD plan text;
