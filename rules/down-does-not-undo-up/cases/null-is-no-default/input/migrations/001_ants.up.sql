CREATE TABLE ants (id bigint PRIMARY KEY, name text, tag varchar(9));
