-- +goose Up
INSERT INTO ants VALUES ('it\'s;
', 'it\'s');
