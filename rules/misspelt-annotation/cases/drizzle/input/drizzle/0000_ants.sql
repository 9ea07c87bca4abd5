CREATE TABLE ants (id bigint PRIMARY KEY);
--> statement breakpoint
CREATE TABLE bees (id bigint PRIMARY KEY);
