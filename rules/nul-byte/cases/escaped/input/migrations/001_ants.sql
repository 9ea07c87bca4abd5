CREATE TABLE ants (name text DEFAULT '\000');
