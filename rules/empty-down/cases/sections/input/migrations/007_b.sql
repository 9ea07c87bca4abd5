-- +goose Up
CREATE TABLE b (id bigint PRIMARY KEY);
-- +goose Down
-- +goose StatementBegin
-- +goose StatementEnd
