-- +goose Up

-- +goose Down
DROP TABLE bees;
