-- goose no transaction
-- +goose Up
CREATE TABLE cats (id bigint PRIMARY KEY);
-- +Goose StatmentBegin
