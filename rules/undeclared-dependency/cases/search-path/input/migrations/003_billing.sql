-- DEPENDS: 002_own.sql
SET search_path = billing, public;
CREATE TABLE users (id bigint PRIMARY KEY);
