-- DEPENDS: 001_initial_schema.sql

-- +goose Up
CREATE TABLE incident_labels (
    incident_id  bigint NOT NULL REFERENCES incidents (id) ON DELETE CASCADE,
    key          text NOT NULL,
    value        text NOT NULL,
    PRIMARY KEY (incident_id, key)
);
CREATE INDEX incident_labels_value_idx ON incident_labels (key, value);

-- +goose Down
DROP TABLE incident_labels;
