#!/bin/sh
for f in db/migrations/*.sql; do psql -f "$f"; done
