class SchemaUpgrader
{
    public const int CurrentSchemaVersion = 13;
}
