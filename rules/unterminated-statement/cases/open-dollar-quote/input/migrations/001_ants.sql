CREATE TABLE ants (id bigint PRIMARY KEY);
DO $body$
BEGIN
  DELETE FROM ants;
END $$;
