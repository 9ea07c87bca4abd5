package infra

// AllMigrations lists all migrations.
var AllMigrations = []Migration{
	{
		File: "001_core.sql",
		Tables: []string{"audit", "actions"},
	},
	{
		File: "002_procedures.sql",
		Tables: []string{},
	},
	{
		File: "003_events.sql",
		Tables: []string{"events"},
		Indexes: []string{
			"idx_events_at", // by hand
			"idx_events_id", // by hand
		},
	},
	{
		File: "004_partitions.sql",
		Tables: []string{"events_y2026m01"},
	},
	{
		File: "005_catalogue.sql",
		Tables: []string{"public.catalogue"},
		Indexes: []string{
			"idx_catalogue_label", // by hand
		},
	},
	{
		File: "006_audit.sql",
		Tables: []string{"audit"},
	},
}
