\set ON_ERROR_STOP on
\set greeting 'it''s \\ not a separator' :x
\echo one \\ SELECT 1;
CREATE TABLE ants (name text, legs int);
COPY ants (name, legs) FROM stdin WITH (FORMAT csv);
it's; one,6
"two ; $$",6
\.
COPY ants FROM STDIN; COPY ants FROM STDIN;
a	1
\.
b	2
\.
\copy ants from stdin
c	3;
\.
COPY ants TO STDOUT;
SELECT name FROM ants \gset ant_
SELECT 'CREATE INDEX ON ants (name)' \gexec
SELECT 1 \g out.txt
SELECT 2
\gx
SELECT name, legs, 1 FROM ants \crosstabview
SELECT 3 \watch 2
SELECT :'ant_name', :"greeting";
SELECT 4
\echo in the middle; of a statement
  , 5;
\! echo it's; done
SELECT 6;
