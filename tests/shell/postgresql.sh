# Sourced after testing.sh: a PostgreSQL server for one script, gone with it.
# shellcheck shell=sh

# The server refuses to run as root.
as_owner() {
  if [ "$(id -u)" = 0 ]; then
    setpriv --reuid=postgres --regid=postgres --clear-groups -- "$@"
  else
    "$@"
  fi
}

# Starts it, and sets `server`, a directory that it may read, and what psql
# needs. Without one installed the script is skipped.
start_postgresql() {
  bin=${PGBIN:-$(find /usr/lib/postgresql -maxdepth 2 -name bin 2>/dev/null |
    sort -V | tail -n 1)}
  PATH=${bin:+$bin:}$PATH
  need initdb pg_ctl psql
  server=$(mktemp -d /tmp/migcheck-pg.XXXXXX)
  # shellcheck disable=SC2154
  trap 'as_owner pg_ctl -D "$server/data" -m immediate stop >/dev/null 2>&1 || :
    rm -rf "$server" "$work"' EXIT
  [ "$(id -u)" != 0 ] || chown postgres "$server"
  cd "$server" || exit
  as_owner initdb -D "$server/data" -A trust -U postgres -E UTF8 \
    --locale=C.UTF-8 --no-sync >"$work/initdb.log" 2>&1 || {
    cat "$work/initdb.log"
    exit 1
  }
  as_owner pg_ctl -D "$server/data" -w -l "$server/log" -o \
    "-c listen_addresses= -c unix_socket_directories=$server -c fsync=off" \
    start >/dev/null
  export PGHOST="$server" PGUSER=postgres PGDATABASE=postgres
}
