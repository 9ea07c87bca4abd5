-- +goose Up
CREATE TABLE ants (id bigint PRIMARY KEY);
