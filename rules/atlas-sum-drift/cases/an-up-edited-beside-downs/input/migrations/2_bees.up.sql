CREATE TABLE bees (id integer PRIMARY KEY);
