-- DEPENDS: 001_users.sql
CREATE VIEW totals AS SELECT count_users() AS users;
