package main

// version output variables
var (
	commit  = "000000"
	version = "master"
	dbapi   = "00721"
)
