-- +goose Up
CREATE TABLE t3 (id bigint PRIMARY KEY);
