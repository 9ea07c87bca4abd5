DROP TABLE old_ants;
