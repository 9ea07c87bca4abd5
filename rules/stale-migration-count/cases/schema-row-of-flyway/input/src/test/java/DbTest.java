class DbTest {
    @Test
    void allMigrations() {
        int rows = jdbc.queryForObject("select count(*) from flyway_schema_history", Integer.class);
        assertThat(rows).isEqualTo(13);
    }
}
