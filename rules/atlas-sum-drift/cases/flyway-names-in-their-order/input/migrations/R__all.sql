CREATE VIEW all_of_them AS SELECT id FROM ants;
