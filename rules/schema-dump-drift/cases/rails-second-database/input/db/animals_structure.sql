SET search_path TO "$user", public;

INSERT INTO "schema_migrations" (version) VALUES
('20260101080000');

