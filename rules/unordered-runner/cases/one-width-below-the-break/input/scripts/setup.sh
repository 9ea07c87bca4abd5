for f in migrations/?_*.sql; do psql -f "$f"; done
