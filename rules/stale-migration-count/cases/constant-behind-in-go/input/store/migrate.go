package store

const (
	// LatestVersion is the newest schema version.
	LatestVersion = 11
	batchSize     = 11
)
