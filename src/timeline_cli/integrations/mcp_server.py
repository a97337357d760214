"""A server for the Model Context Protocol with two tools, `parse` and `extract`; needs mcp."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

import timeline_cli
from timeline_cli import __version__
from timeline_cli.errors import TimelineError
from timeline_cli.extras import needed
from timeline_cli.readers.source import document_of
from timeline_cli.writers.record import record_of, source_of, timex_of

LONGEST = 1_000_000
_INSTRUCTIONS = (
    "Reads Arabic prose. `parse` says which days a time expression means, `extract` gives the chronology of a text. "
    "Days are of the proleptic Gregorian calendar, years astronomical; offsets are code points."
)


def parse(phrase: str, dct: str | None = None) -> dict[str, Any]:
    """Says what one Arabic time expression means, such as 'يوليو/ تموز 1944' or 'أمس الثلاثاء'.

    Args:
        phrase: the expression alone, in Arabic.
        dct: the day it is said on (YYYY-MM-DD), for expressions such as 'yesterday'.
    """
    expression = timeline_cli.parse(_checked(phrase), dct or None)
    return {"found": expression is not None, "expression": None if expression is None else timex_of(expression)}


def extract(text: str, dct: str | None = None, all_dates: bool = False) -> dict[str, Any]:
    """Gives the chronology of an Arabic text: its dated events in order of time, each with where the text tells it.

    Args:
        text: Arabic prose.
        dct: the day the text was written (YYYY-MM-DD); without it the text has to tell.
        all_dates: also dates that tell of no event.
    """
    whole = document_of("-", _checked(text)).text
    timeline = timeline_cli.extract(whole, dct or None, all_dates=all_dates)
    return {
        "document": source_of(timeline.sources[0]),
        "events": [record_of(event) for event in timeline.events],
    }


def _checked(text: str) -> str:
    if len(text) > LONGEST:
        raise TimelineError(f"the text has {len(text)} characters; at most {LONGEST} are read at once")
    return text


def server() -> Any:
    """Returns the server with its two tools, not yet running."""
    library = needed("mcp.server.mcpserver", "mcp", "timeline mcp")
    made = library.MCPServer("timeline", instructions=_INSTRUCTIONS, version=__version__, log_level="WARNING")
    told = needed("mcp.server.mcpserver.exceptions", "mcp", "timeline mcp").ToolError
    for tool in (parse, extract):
        made.tool()(_telling_errors(tool, told))
    return made


def _telling_errors(tool: Callable[..., dict[str, Any]], told: type[Exception]) -> Callable[..., dict[str, Any]]:
    """Returns a tool whose errors reach the client: the library keeps those of other kinds to itself."""

    @functools.wraps(tool)
    def run(*args: Any, **kwargs: Any) -> dict[str, Any]:
        try:
            return tool(*args, **kwargs)
        except TimelineError as error:
            raise told(str(error)) from None

    return run
