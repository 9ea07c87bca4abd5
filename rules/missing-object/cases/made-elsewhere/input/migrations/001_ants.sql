CREATE TABLE ants (id bigint PRIMARY KEY, owner uuid REFERENCES auth.users (id));
ALTER TABLE from_another_tool ADD COLUMN ant bigint;
