CREATE TABLE ants (name text);
COPY ants FROM stdin;
Ada
Eve
