for f in $(ls -v migrations/*.down.sql | tac); do psql -f "$f"; done
