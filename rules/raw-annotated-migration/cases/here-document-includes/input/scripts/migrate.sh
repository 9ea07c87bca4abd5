#!/bin/sh
psql "$DATABASE_URL" <<'SQL'
\set ON_ERROR_STOP on
\i migrations/001_users.sql
\i migrations/002_orders.sql
SQL
