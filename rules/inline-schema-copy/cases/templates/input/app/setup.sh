psql -c "CREATE TABLE orders (id bigint, customer text, status varchar(20), placed_at timestamptz $EXTRA)"
psql -c "SELECT 1; -- CREATE TABLE orders (id bigint, customer text, status varchar(20), placed_at timestamptz)"
