DROP TABLE "ants;
