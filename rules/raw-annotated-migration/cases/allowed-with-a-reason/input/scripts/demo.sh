# migcheck: allow(raw-annotated-migration) shows what goes wrong
psql -f migrations/001_users.sql
