CREATE TABLE ants (id bigint PRIMARY KEY); /* small
CREATE TABLE bees (id bigint PRIMARY KEY);
