//go:build dev

package store

var more = []string{"005_prices.sql"}
