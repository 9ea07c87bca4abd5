-- +goose Up
CREATE TABLE b (id bigint PRIMARY KEY);
