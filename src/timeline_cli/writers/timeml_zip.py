"""TimeML of several texts: an archive with a file each."""

from timeline_cli.writers.timeml import write_zip as write

__all__ = ["write"]
