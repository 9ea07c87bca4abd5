CREATE TABLE catalogue (id bigint PRIMARY KEY, label text);
CREATE INDEX idx_catalogue_label ON catalogue (label);
