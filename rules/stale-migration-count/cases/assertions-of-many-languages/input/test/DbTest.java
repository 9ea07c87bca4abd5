class DbTest {
    @Test
    void all() {
        int n = jdbc.queryForObject("select count(*) from flyway_schema_history", Integer.class);
        assertThat(n).isEqualTo(11);
    }
}
