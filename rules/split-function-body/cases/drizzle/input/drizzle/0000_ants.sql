CREATE FUNCTION f() RETURNS int AS $$
--> statement-breakpoint
SELECT 1
$$ LANGUAGE sql;--> statement-breakpoint
CREATE TABLE bees (id bigint PRIMARY KEY);
