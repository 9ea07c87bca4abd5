#!/bin/sh
# After 004_prices.sql the prices are loaded from the shop.
./load
