CREATE FUNCTION latest() RETURNS bigint LANGUAGE sql AS $$ SELECT max(id) FROM actions $$;
