CREATE TABLE ants (id bigint PRIMARY KEY, nest bigint REFERENCES nests);
