#!/bin/sh
psql -f migrations/004_stock.sql
psql -f migrations/005_prices.sql
