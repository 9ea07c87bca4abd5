CREATE TABLE ants (id bigint PRIMARY KEY);
CREATE TABLE bees (id bigint PRIMARY KEY);
