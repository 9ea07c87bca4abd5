SET search_path TO "$user", public;

INSERT INTO "schema_migrations" (version) VALUES
('20260102093000'),
('20260103080000'),
('20260102080000'),
('20260101080000');

