-- Dbmate schema migrations
--

LOCK TABLES `schema_migrations` WRITE;
INSERT INTO `schema_migrations` (version) VALUES
  ('20260101080000'),
  ('20260102080000');
UNLOCK TABLES;
