CREATE TABLE ants (name text);
