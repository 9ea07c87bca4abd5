# psql -f migrations/001_users.sql would run Down too
echo "never: psql -f migrations/001_users.sql"
cat <<'EOF'
psql -f migrations/001_users.sql
EOF
grep -c CREATE migrations/*.sql
