CREATE TABLE cats (id bigint PRIMARY KEY);--> statement-breakpoint
-- a statement, and a breakpoint
CREATE TABLE dogs (id bigint PRIMARY KEY);
