package store

import "testing"

func setUp(t *testing.T) {
	mustExec(t, `
		DROP TABLE IF EXISTS orders;
		CREATE TABLE orders (
			id        bigint PRIMARY KEY,
			customer  text NOT NULL,
			status    varchar(20),
			placed_at timestamp with time zone DEFAULT now()
		);
	`)
}
