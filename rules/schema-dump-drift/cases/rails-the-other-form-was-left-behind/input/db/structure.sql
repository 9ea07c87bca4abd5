INSERT INTO "schema_migrations" (version) VALUES
('20260101080000');
