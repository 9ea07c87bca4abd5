const SchemaVersion* = 7 # raised with each change of the schema
