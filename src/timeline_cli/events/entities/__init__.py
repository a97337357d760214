"""Names in a sentence: persons, offices, bodies, places."""
