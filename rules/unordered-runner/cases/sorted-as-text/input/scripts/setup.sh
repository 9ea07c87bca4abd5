find migrations -name "*.sql" | sort | xargs -n1 psql -f
