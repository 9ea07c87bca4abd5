class DbTest {
    [Fact]
    public void All() {
        var migrations = Load();
        Assert.Equal(11, migrations.Count);
    }
}
