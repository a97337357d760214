"""The date-parsing module: what a text says of time, and which days that is."""

from timeline_cli.dates.explain import explain
from timeline_cli.dates.options import DEFAULT, DateOptions
from timeline_cli.dates.reading import Reading, parse, read

__all__ = ["DEFAULT", "DateOptions", "Reading", "explain", "parse", "read"]
