CREATE TABLE ants (
  id bigint PRIMARY KEY
);
