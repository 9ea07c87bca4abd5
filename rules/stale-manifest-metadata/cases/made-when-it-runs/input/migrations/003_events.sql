CREATE TABLE events (id int, at date) PARTITION BY RANGE (at);
DO $$
DECLARE month int;
BEGIN
  FOR month IN 1..3 LOOP
    EXECUTE format('CREATE TABLE events_m%s PARTITION OF events FOR VALUES IN (%L)', month, month);
  END LOOP;
END $$;
