-- Everything that may hold a semicolon without ending a statement; it's odd.
CREATE TABLE "ants;1" (name text DEFAULT 'a;b''c;', "odd""; name" text);
INSERT INTO ants VALUES (E'it\'s; \\', U&'d\0061t\+000061;', B'101', X'1F;');
SELECT E'a'
  'b\'; c';
SELECT 'a'
  '; b', 'c\'; ; SELECT 'd';
/* a comment; /* and one ; inside */ ; still */ SELECT 1;
SELECT $$ ; ' " /* $$, $tag$ ; $$ ; $TAG$ $tag$, $1; SELECT a$b$c; SELECT d$b$;
SELECT $größe$ ; $größe$;
SELECT a-- no; operator
+ b; SELECT a @> b, c <@ d, e <-> f, 1.5e-3, .5, 1..2; SELECT 5 /* ; */ / 2;
SELECT a[1:2], b::int, c := 1, (d; e), f;
CREATE RULE r AS ON INSERT TO ants DO ALSO (INSERT INTO bees VALUES (1); NOTIFY b);
DO $do$ BEGIN IF true THEN PERFORM 1; END IF; END $do$ LANGUAGE plpgsql;
CREATE FUNCTION f() RETURNS void AS 'SELECT 1; SELECT 2;' LANGUAGE sql;
;;
/* nothing but a comment */;
BEGIN; SAVEPOINT a; END;
SELECT 'the last one has no semicolon'
