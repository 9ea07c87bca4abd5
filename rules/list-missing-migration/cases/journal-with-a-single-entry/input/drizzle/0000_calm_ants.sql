CREATE TABLE calm_ants (id bigint PRIMARY KEY);
