"""The words, as CSV data beside this module, and the one loader that reads them."""

from timeline_cli.lexicon.loader import column, rows

__all__ = ["column", "rows"]
