ALTER TABLE ants ADD COLUMN age bigint;
