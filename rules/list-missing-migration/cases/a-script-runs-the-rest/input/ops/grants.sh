#!/bin/sh
for file in 006_grants.sql 007_roles.sql; do
  psql --username=owner -f "migrations/$file"
done
