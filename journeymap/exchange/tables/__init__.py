"""A map as tables: one row for each element, one column for each key of the language; read back exactly."""
