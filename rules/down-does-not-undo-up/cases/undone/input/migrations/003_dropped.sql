-- +goose Up
ALTER TABLE ants DROP COLUMN legs;

-- +goose Down
ALTER TABLE ants ADD COLUMN legs integer;
ALTER TABLE ants ADD CHECK (legs > 0);
