CREATE TABLE public.schema_migrations (
    version character varying NOT NULL
);

--
-- Dbmate schema migrations
--

INSERT INTO public.schema_migrations (version) VALUES
    ('20260101080000'),
    ('20260102080000'),
    ('20260103080000');
