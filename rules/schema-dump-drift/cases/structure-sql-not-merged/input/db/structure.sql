INSERT INTO "schema_migrations" (version) VALUES
<<<<<<< HEAD
('20260102000000'),
=======
('20260101000000'),
>>>>>>> feature
('20250101000000');
