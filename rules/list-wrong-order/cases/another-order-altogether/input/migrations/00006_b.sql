-- +goose Up
CREATE TABLE t5 (id bigint PRIMARY KEY);
