CREATE TABLE bees (id bigint PRIMARY KEY);

-- No longer used since release 1.4, and safe to drop.

DROP TABLE ants;
