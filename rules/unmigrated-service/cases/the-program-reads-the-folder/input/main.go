package main

import "embed"

//go:embed db/schema/*.sql
var files embed.FS
