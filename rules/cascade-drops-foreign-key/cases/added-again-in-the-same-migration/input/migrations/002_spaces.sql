-- +goose Up
ALTER TABLE flags ADD COLUMN space text NOT NULL DEFAULT 'main';
ALTER TABLE rules ADD COLUMN space text NOT NULL DEFAULT 'main';
ALTER TABLE flags DROP CONSTRAINT flags_pkey CASCADE, ADD PRIMARY KEY (space, key);
ALTER TABLE rules ADD FOREIGN KEY (space, flag) REFERENCES flags (space, key);

-- +goose Down
ALTER TABLE rules DROP CONSTRAINT rules_space_flag_fkey;
ALTER TABLE rules DROP COLUMN space;
ALTER TABLE flags DROP CONSTRAINT flags_pkey, ADD PRIMARY KEY (key);
ALTER TABLE flags DROP COLUMN space;
ALTER TABLE rules ADD FOREIGN KEY (flag) REFERENCES flags;
