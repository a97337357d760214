"""Which act a date belongs to, and which dates only tell one thing from another."""
