-- Depends on: 001_ants.sql (the ants)
CREATE TABLE bees (id bigint PRIMARY KEY);
