const SchemaVersion* = 9 # raised with each change of the schema
