INSERT INTO ants VALUES (1);
COMMENT ON TABLE ants IS 'six legs each;
