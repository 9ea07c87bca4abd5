class Db
{
    public const int LatestDatabaseVersion = 11;
}
