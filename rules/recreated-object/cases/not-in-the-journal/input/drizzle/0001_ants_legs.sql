ALTER TABLE "ants" ADD COLUMN "legs" integer;
