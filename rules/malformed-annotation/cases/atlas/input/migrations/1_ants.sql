-- atlas:txmode all

CREATE TABLE ants (id bigint PRIMARY KEY);
