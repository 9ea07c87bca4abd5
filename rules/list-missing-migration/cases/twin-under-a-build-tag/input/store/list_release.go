//go:build !dev

package store

var more []string
