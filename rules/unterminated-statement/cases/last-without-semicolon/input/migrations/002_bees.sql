CREATE TABLE bees (name text);
CREATE INDEX ON bees (name) -- by name
