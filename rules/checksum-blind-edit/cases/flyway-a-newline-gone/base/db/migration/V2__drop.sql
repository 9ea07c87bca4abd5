-- the old table 
DROP TABLE old_ants;
