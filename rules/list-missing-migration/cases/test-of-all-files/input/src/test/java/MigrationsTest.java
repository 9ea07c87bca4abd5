class MigrationsTest {
    private static final List<String> REQUIRED = List.of(
            "db/migration/V1__users.sql",
            "db/migration/V2__orders.sql"
    );

    @Test
    void allMigrationsExist() {
        for (String path : REQUIRED) {
            assertTrue(exists(path));
        }
    }
}
