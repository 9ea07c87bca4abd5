CREATE DOMAIN positive AS int CHECK (VALUE > 0);
CREATE TYPE pair AS (a int, b text);
CREATE TYPE "Mixed Case" AS ENUM ('x');
CREATE TABLE t (
  a int, b int4, c int8, d smallint, e decimal(10, 2), f numeric, g float,
  h float(20), i real, j double precision, k bool, l char, m char(3),
  n varchar, o varchar(9), p text, q timestamptz, r timestamp,
  s timestamp(3) with time zone, u time, v timetz, w interval, x bit(4),
  y varbit, z date, aa int[], ab varchar(5)[], ac int ARRAY, ad uuid,
  ae json, af jsonb, ag bytea, ah inet, ai positive, aj pair, ak "Mixed Case",
  al positive[], am "char", an name, ao interval day to second(2), ap oid,
  aq numeric(5), ar xml, at tsvector, au int4range, av money, aw dec(4, 1),
  ax national character varying(4), ay bit varying(7), az character varying
);
