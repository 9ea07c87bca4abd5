#!/bin/sh
# The lines beside the cases in tests/schema/server are what a PostgreSQL
# server says: they are made again and compared. UPDATE_GOLDENS=1 writes them.
set -eu
# shellcheck source=../shell/testing.sh
. "$(dirname -- "$0")/../shell/testing.sh"
# shellcheck source=../shell/postgresql.sh
. "$SOURCE_DIR/tests/shell/postgresql.sh"
start_postgresql

export PGOPTIONS='-c client_min_messages=error'
facts=$SOURCE_DIR/tests/schema/facts.sql
for script in "$SOURCE_DIR"/tests/schema/server/*.sql; do
  psql -X -q -d postgres -c 'DROP DATABASE IF EXISTS one_case' \
    -c 'CREATE DATABASE one_case TEMPLATE template0'
  psql -X -q -d one_case -f "$script" >"$work/said" 2>&1 || :
  {
    psql -X -A -t -d one_case -f "$facts"
    sed -n 's/^psql:[^:]*:\([0-9]*\): ERROR: .*/error at line \1/p' \
      "$work/said"
  } >"$work/seen"
  expected=${script%.sql}.txt
  [ -z "${UPDATE_GOLDENS:-}" ] || cp "$work/seen" "$expected"
  same "$script" "$(cat "$expected")" "$(cat "$work/seen")"
done
finish
