-- DEPENDS: 002_bees.sql
CREATE TABLE dogs (id bigint PRIMARY KEY);
