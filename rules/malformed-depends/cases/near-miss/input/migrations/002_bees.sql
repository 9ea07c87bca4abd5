-- Depends on 001_ants.sql
CREATE TABLE bees (id bigint PRIMARY KEY);
