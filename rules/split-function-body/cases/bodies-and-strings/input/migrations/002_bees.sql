-- +goose Up
INSERT INTO ants VALUES ('a;
b');
