--
-- Dbmate schema migrations
--

INSERT INTO public.schema_migrations (version) VALUES
<<<<<<< HEAD
    ('20260101000000');
=======
    ('20260102000000');
>>>>>>> feature
