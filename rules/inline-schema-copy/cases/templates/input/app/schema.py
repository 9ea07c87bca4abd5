ORDERS = "CREATE TABLE orders (id bigint, customer text, status varchar(20), placed_at %s)"
MORE = "CREATE TABLE orders (id bigint, customer text, status varchar(20), placed_at timestamptz{extra})"
