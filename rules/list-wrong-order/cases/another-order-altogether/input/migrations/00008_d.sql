-- +goose Up
CREATE TABLE t7 (id bigint PRIMARY KEY);
