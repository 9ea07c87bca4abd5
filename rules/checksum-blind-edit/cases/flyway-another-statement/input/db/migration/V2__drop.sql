DROP TABLE old_bees;
