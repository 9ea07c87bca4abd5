const SchemaVersion* = 10 # raised with each change of the schema
