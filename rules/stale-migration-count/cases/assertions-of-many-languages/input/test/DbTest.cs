class DbTest {
    [Fact]
    public void All() {
        var allMigrations = Load();
        Assert.Equal(11, allMigrations.Count);
    }
}
