ALTER TABLE ants ADD COLUMN age integer;
