for f in $(ls -v migrations/*.sql); do psql -f "$f"; done
find migrations -name "*.sql" | sort -V | xargs -n1 psql -f
ls migrations | sort -n | while read -r f; do psql -f "migrations/$f"; done
ls migrations/*.sql | sort -t_ -k1,1n | xargs -n1 psql -f
