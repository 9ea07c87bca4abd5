-- +goose Up
CREATE TABLE t4 (id bigint PRIMARY KEY);
