-- atlas:txmode none
-- atlas:txmode file

CREATE TABLE bees (id bigint PRIMARY KEY);
