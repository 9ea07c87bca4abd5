#!/bin/sh
applied=$(psql -tAc "select count(*) from schema_migrations")
if [ "$applied" -ne 11 ]; then
  echo "expected 11 migrations, found $applied" >&2
  exit 1
fi
