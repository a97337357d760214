"""The one family of errors that this package raises for bad input."""

from __future__ import annotations


class TimelineError(Exception):
    """Says what was wrong, where it was, and what to do about it, in one line.

    The command line prints the message on standard error and exits with status 2.
    """
