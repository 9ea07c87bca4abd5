CREATE TABLE afterMigrate (id bigint PRIMARY KEY);
