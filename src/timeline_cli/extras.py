"""The libraries that are not always there: each comes with an extra of the package and is imported when it is used."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from timeline_cli.errors import TimelineError


class MissingExtra(TimelineError):
    """Says which library is missing, and which extra brings it in."""


def needed(module: str, extra: str, purpose: str) -> Any:
    """Returns a module that an extra brings in; raises MissingExtra, which says how to install it, where it is not.

    `purpose`: what cannot be done without it, such as `reading HTML`.
    """
    try:
        return import_module(module)
    except ImportError as error:
        missing = (error.name or module).split(".")[0]
        raise MissingExtra(f"{purpose} needs {missing}: pip install 'timeline-cli[{extra}]'") from None
