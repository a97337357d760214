"""TimelineJS as JSON."""

from timeline_cli.writers.timelinejs import write_json as write

__all__ = ["write"]
