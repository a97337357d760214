"""A bar on standard error for work that takes more than a second, and only where somebody sees it."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Sequence
from typing import TypeVar

_Item = TypeVar("_Item")
_PATIENCE = 1.0  # seconds
_PAUSE = 0.1
_WIDTH = 24


def progress(items: Sequence[_Item], quiet: bool = False) -> Iterator[_Item]:
    """Yields items; from the second second on a bar says how far they are, if standard error is a terminal."""
    if quiet or len(items) < 2 or not sys.stderr.isatty():
        yield from items
        return
    begin = drawn = time.monotonic()
    shown = False
    try:
        for number, item in enumerate(items):
            now = time.monotonic()
            if now - begin > _PATIENCE and now - drawn > _PAUSE:
                sys.stderr.write(f"\r{bar_of(number, len(items))}")
                sys.stderr.flush()
                drawn, shown = now, True
            yield item
    finally:
        if shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()


def bar_of(done: int, whole: int) -> str:
    """Returns the bar: `███████░░░ 37/120`."""
    full = done * _WIDTH // whole
    return f"{'█' * full}{'░' * (_WIDTH - full)} {done}/{whole}"
