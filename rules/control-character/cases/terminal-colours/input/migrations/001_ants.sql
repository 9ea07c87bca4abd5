-- [31mred[0m
CREATE TABLE ants (id bigint PRIMARY KEY);
