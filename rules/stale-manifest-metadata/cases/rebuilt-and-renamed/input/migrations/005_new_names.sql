CREATE TABLE draft (id int);
CREATE INDEX idx_draft ON draft (id);
ALTER TABLE draft RENAME TO notes;
ALTER INDEX idx_draft RENAME TO idx_notes;
