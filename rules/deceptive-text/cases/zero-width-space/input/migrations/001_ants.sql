CREATE TABLE an​ts (id bigint PRIMARY KEY);
