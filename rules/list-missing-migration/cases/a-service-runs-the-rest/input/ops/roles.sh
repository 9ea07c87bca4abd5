#!/bin/sh
# Roles belong to the owner of the server.
psql --username=owner -f migrations/007_roles.sql
