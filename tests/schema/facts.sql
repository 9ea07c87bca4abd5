-- Everything that the catalogue of migcheck claims, as the server knows it: a
-- line for each fact. Rows of pg_constraint that stand for partitions of a
-- foreign key are left out.
WITH extension_member AS (
  SELECT classid, objid FROM pg_depend WHERE deptype = 'e'
),
namespace AS (
  SELECT oid, nspname FROM pg_namespace
  WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'
),
relation AS (
  SELECT c.*,
         CASE WHEN n.nspname = 'public' THEN '' ELSE n.nspname || '.' END
           || c.relname AS name
  FROM pg_class c
  JOIN namespace n ON n.oid = c.relnamespace
  WHERE NOT EXISTS (SELECT 1 FROM extension_member e
                    WHERE e.classid = 'pg_class'::regclass
                      AND e.objid = c.oid)
),
fact(line) AS (
  SELECT 'table ' || name FROM relation WHERE relkind IN ('r', 'p', 'f')
  UNION ALL
  SELECT 'column ' || r.name || '.' || a.attname || ' '
         || format_type(a.atttypid, a.atttypmod)
         || CASE WHEN a.attnotnull THEN ' not null' ELSE '' END
         || CASE WHEN a.atthasdef AND a.attgenerated = '' THEN ' default'
                 ELSE '' END
         || CASE WHEN a.attgenerated <> '' THEN ' generated' ELSE '' END
         || CASE WHEN a.attidentity <> '' THEN ' identity' ELSE '' END
  FROM relation r
  JOIN pg_attribute a ON a.attrelid = r.oid
  WHERE r.relkind IN ('r', 'p', 'f') AND a.attnum > 0 AND NOT a.attisdropped
  UNION ALL
  SELECT 'partition ' || r.name || ' of ' || p.name || ' '
         || pg_get_expr(r.relpartbound, r.oid)
  FROM relation r
  JOIN pg_inherits i ON i.inhrelid = r.oid
  JOIN relation p ON p.oid = i.inhparent
  WHERE r.relispartition AND r.relkind IN ('r', 'p', 'f')
  UNION ALL
  SELECT 'index ' || r.name || ' on ' || t.name
         || CASE WHEN i.indisunique THEN ' unique' ELSE '' END
  FROM relation r
  JOIN pg_index i ON i.indexrelid = r.oid
  JOIN relation t ON t.oid = i.indrelid
  UNION ALL
  SELECT 'constraint ' || r.name || '.' || c.conname || ' ' || c.contype::text
         || CASE WHEN c.contype = 'c' THEN ''
                 ELSE ' (' || (SELECT string_agg(a.attname, ', '
                                                 ORDER BY position)
                      FROM unnest(c.conkey) WITH ORDINALITY
                           AS key(number, position)
                      JOIN pg_attribute a ON a.attrelid = c.conrelid
                                         AND a.attnum = key.number) || ')' END
         || coalesce(' references ' || other.name, '')
  FROM pg_constraint c
  JOIN relation r ON r.oid = c.conrelid
  LEFT JOIN relation other ON other.oid = c.confrelid
  WHERE c.contype IN ('p', 'u', 'f', 'c', 'x')
    AND NOT (c.contype = 'f' AND c.conparentid <> 0)
  UNION ALL
  SELECT CASE relkind WHEN 'v' THEN 'view ' ELSE 'materialized view ' END
         || name
  FROM relation WHERE relkind IN ('v', 'm')
  UNION ALL
  SELECT 'sequence ' || name FROM relation WHERE relkind = 'S'
  UNION ALL
  SELECT 'function '
         || CASE WHEN n.nspname = 'public' THEN '' ELSE n.nspname || '.' END
         || p.proname || '(' || oidvectortypes(p.proargtypes) || ')'
  FROM pg_proc p
  JOIN namespace n ON n.oid = p.pronamespace
  WHERE NOT EXISTS (SELECT 1 FROM extension_member e
                    WHERE e.classid = 'pg_proc'::regclass
                      AND e.objid = p.oid)
    AND NOT EXISTS (SELECT 1 FROM pg_depend d
                    WHERE d.classid = 'pg_proc'::regclass
                      AND d.objid = p.oid AND d.deptype = 'i')
  UNION ALL
  SELECT 'trigger ' || r.name || '.' || t.tgname
  FROM pg_trigger t
  JOIN relation r ON r.oid = t.tgrelid
  WHERE NOT t.tgisinternal
  UNION ALL
  SELECT 'type '
         || CASE WHEN n.nspname = 'public' THEN '' ELSE n.nspname || '.' END
         || t.typname || ' '
         || CASE t.typtype WHEN 'e' THEN 'enum'
                           WHEN 'd' THEN 'domain' ELSE 'composite' END
         || coalesce(' ' || (SELECT string_agg(e.enumlabel, ', '
                                               ORDER BY e.enumsortorder)
                             FROM pg_enum e WHERE e.enumtypid = t.oid), '')
  FROM pg_type t
  JOIN namespace n ON n.oid = t.typnamespace
  WHERE (t.typtype IN ('e', 'd')
         OR (t.typtype = 'c' AND EXISTS (SELECT 1 FROM pg_class c
                                         WHERE c.oid = t.typrelid
                                           AND c.relkind = 'c')))
    AND NOT EXISTS (SELECT 1 FROM extension_member e
                    WHERE e.classid = 'pg_type'::regclass
                      AND e.objid = t.oid)
)
SELECT line FROM fact ORDER BY line COLLATE "C";
