for f in db/migrations/*.sql; do
  sed '/^-- migrate:down/,$d' "$f" | psql
done
