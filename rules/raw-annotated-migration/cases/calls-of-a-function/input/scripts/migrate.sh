#!/usr/bin/env bash
set -euo pipefail
apply() {
  local file="$1"
  echo "applying $file"
  psql "$DATABASE_URL" -v ON_ERROR_STOP=1 -f "$file"
}
for file in migrations/*.sql; do
  apply "$file"
done
