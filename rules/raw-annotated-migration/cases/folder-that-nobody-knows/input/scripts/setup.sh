for f in "$ROOT"/migrations/*.sql; do psql -f "$f"; done
