CREATE TABLE "ants" ("id" bigint PRIMARY KEY NOT NULL);
