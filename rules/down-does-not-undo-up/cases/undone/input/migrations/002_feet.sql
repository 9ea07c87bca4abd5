-- +goose Up
ALTER TABLE ants RENAME COLUMN legs TO feet;
ALTER TABLE ants RENAME TO insects;
ALTER TABLE insects DROP CONSTRAINT ants_legs_check;

-- +goose Down
ALTER TABLE insects ADD CONSTRAINT ants_legs_check CHECK (feet > 0);
ALTER TABLE insects RENAME TO ants;
ALTER TABLE ants RENAME COLUMN feet TO legs;
