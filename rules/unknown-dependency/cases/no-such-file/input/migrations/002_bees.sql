-- DEPENDS: 001_ant.sql
CREATE TABLE bees (id bigint PRIMARY KEY);
