CREATE TABLE ants (id bigint PRIMARY KEY, legs integer);
CREATE TABLE nests (id bigint PRIMARY KEY);
