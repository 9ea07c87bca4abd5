CREATE TABLE ants (id bigint PRIMARY KEY, legs int);
