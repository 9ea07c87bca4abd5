-- it's a comment, with a quote
CREATE TABLE ants (name text DEFAULT 'the queen''s', "odd;name" text);
COMMENT ON TABLE ants IS E'an ant\'s /* no comment';
/* one /* inside */ another */
DO $a$ BEGIN EXECUTE $b$ SELECT 'x' $b$; END $a$;
COPY ants FROM stdin;
it's	$x$
\.
