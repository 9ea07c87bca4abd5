for f in migrations/*.sql; do
  sqlfluff lint "$f"
done
find migrations -name "*.sql" -exec grep -l DROP {} \;
