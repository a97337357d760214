"""Turns Arabic prose into a chronology."""

__version__ = "0.1.0"
