#!/usr/bin/env bash
set -euo pipefail
ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
for migration in "$ROOT"/migrations/*.sql; do
  docker cp "$migration" "db:/tmp/$(basename "$migration")"
  docker exec db psql -U postgres -f "/tmp/$(basename "$migration")"
done
