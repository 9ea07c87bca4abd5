-- atlas:txmode none

CREATE TABLE bees (id bigint PRIMARY KEY);
