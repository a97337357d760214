"""Meaning + story → days (docs/temporal-expressions.md §3–§9), one module a family of meanings."""

from timeline_cli.dates.resolve import amounts, anchors, dates, parts, periods, ranges, times
from timeline_cli.dates.resolve.registry import resolve

__all__ = ["amounts", "anchors", "dates", "parts", "periods", "ranges", "resolve", "times"]
