-- legs and wings
ALTER TABLE ants ADD COLUMN legs integer;
ALTER TABLE ants ADD COLUMN wings integer;
