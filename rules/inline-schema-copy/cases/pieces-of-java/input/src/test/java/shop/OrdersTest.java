package shop;

class OrdersTest {
    private static final String ORDERS =
        "CREATE TABLE IF NOT EXISTS public.orders (\n" +
        "  id BIGINT PRIMARY KEY,\n" +
        "  customer TEXT NOT NULL,\n" + // as in the form
        "  status VARCHAR(20) NOT NULL,\n" +
        "  placed_at TIMESTAMPTZ NOT NULL DEFAULT now()\n" +
        ")";

    private static final String BLOCK = """
        CREATE TABLE orders (
          id bigint PRIMARY KEY,
          customer text NOT NULL,
          status varchar(20) NOT NULL,
          placed_at timestamptz NOT NULL
        );
        """;
}
