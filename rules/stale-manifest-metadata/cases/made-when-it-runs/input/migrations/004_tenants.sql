CREATE FUNCTION add_tenant(name text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE 'CREATE TABLE ' || quote_ident(name || '_items') || ' (id int)';
END $$;
SELECT add_tenant('acme');
