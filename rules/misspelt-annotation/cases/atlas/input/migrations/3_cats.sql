-- atlas:txmode none

CREATE TABLE cats (id bigint PRIMARY KEY);
