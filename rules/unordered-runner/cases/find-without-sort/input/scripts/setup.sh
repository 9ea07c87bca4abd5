find ./migrations -name "*.sql" | while read -r f; do
  psql -f "$f"
done
