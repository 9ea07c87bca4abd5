-- depends: 001_ants.sql (ants, and their queens), 2
CREATE TABLE cats (id bigint PRIMARY KEY);
