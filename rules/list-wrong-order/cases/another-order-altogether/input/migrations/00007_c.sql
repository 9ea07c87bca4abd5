-- +goose Up
CREATE TABLE t6 (id bigint PRIMARY KEY);
