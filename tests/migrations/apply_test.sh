#!/bin/sh
# Applies our own migrations/ to a real PostgreSQL: every Up in order, what
# `cat` prints, every Down in reverse until nothing is left, and every Up again.
set -eu
# shellcheck source=../shell/testing.sh
. "$(dirname -- "$0")/../shell/testing.sh"

# shellcheck source=../shell/postgresql.sh
. "$SOURCE_DIR/tests/shell/postgresql.sh"
start_postgresql

# section up|down FILE
section() {
  awk -v wanted="$1" '
    /^-- \+goose Up$/ { part = "up"; next }
    /^-- \+goose Down$/ { part = "down"; next }
    part == wanted' "$2"
}

apply() {
  run sh -c 'psql -X -q -1 -v ON_ERROR_STOP=1 -f "$1"' sh "$2"
  exits "$1" 0
  same "$1 is silent" "" "$output"
}

objects() {
  psql -X -At -c "
    SELECT count(*) FROM (
      SELECT oid FROM pg_class WHERE relnamespace = 'public'::regnamespace
      UNION ALL
      SELECT oid FROM pg_proc WHERE pronamespace = 'public'::regnamespace
      UNION ALL
      SELECT oid FROM pg_type WHERE typnamespace = 'public'::regnamespace) AS o"
}

(cd "$SOURCE_DIR/migrations" && printf '%s\n' *.sql) | sort -n >"$work/order"
forward() {
  while read -r file; do
    section up "$SOURCE_DIR/migrations/$file" >"$server/up.sql"
    apply "Up of $file" "$server/up.sql"
  done <"$work/order"
}

forward
built=$(objects)
same "something was created" yes "$([ "$built" -gt 50 ] && echo yes)"
same "the first and the last file" \
  "001_initial_schema.sql 1000_create_audit_events_partitions.sql" \
  "$(sed -n 1p "$work/order") $(tail -n 1 "$work/order")"

# The same in one go, into a database of its own.
psql -X -q -c 'CREATE DATABASE whole'
(cd "$SOURCE_DIR" && "$MIGCHECK_BIN" cat --directory migrations) \
  >"$server/whole.sql"
(
  export PGDATABASE=whole
  apply "what cat prints" "$server/whole.sql"
)
same "cat makes as many objects" "$built" \
  "$(PGDATABASE=whole && export PGDATABASE && objects)"

tac "$work/order" >"$work/reverse"
while read -r file; do
  section down "$SOURCE_DIR/migrations/$file" >"$server/down.sql"
  apply "Down of $file" "$server/down.sql"
done <"$work/reverse"
same "objects after every Down" 0 "$(objects)"

forward
same "objects after every Up again" "$built" "$(objects)"
finish
