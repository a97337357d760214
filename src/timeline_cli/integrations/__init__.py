"""The library inside other programs: DuckDB, spaCy, MCP. Each module is imported when it is wanted."""
