-- atlas:txmode none
CREATE TABLE ants (id bigint PRIMARY KEY);
