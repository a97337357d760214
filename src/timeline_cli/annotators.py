"""The plug-in point for named entity recognition of one's own (docs/events.md §4.6).

An annotator is a callable that takes a text and yields spans: start, end (code points, half-open) and kind (person,
organisation, country, city or place). A package offers one under the entry-point group `timeline_cli.annotators`:

    [project.entry-points."timeline_cli.annotators"]
    camel = "my_package.ner:annotate"

`importlib.metadata` is imported only when annotators are asked for: it costs as much as a whole article.

What an annotator marks wins over what the rules find in the same place; all else stays as the rules have it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from timeline_cli.errors import TimelineError

GROUP = "timeline_cli.annotators"
KINDS = frozenset({"person", "organisation", "country", "city", "place"})

Span = tuple[int, int, str]
Annotator = Callable[[str], Iterable[Span]]


def installed() -> tuple[str, ...]:
    """Returns the names of the annotators that installed packages offer."""
    from importlib.metadata import entry_points

    return tuple(sorted(entry.name for entry in entry_points(group=GROUP)))


def load(name: str) -> Annotator:
    """Returns an installed annotator by name.

    Raises TimelineError where no package offers one of that name.
    """
    from importlib.metadata import entry_points

    for entry in entry_points(group=GROUP, name=name):
        found: Annotator = entry.load()
        return found
    known = ", ".join(installed()) or "none are installed"
    raise TimelineError(f"no annotator {name!r} in the entry-point group {GROUP}: {known}")


def spans(text: str, annotators: Iterable[Annotator]) -> list[Span]:
    """Returns the spans that annotators mark in a text, in order, the first annotator winning where two overlap.

    Raises TimelineError for a span outside the text or of an unknown kind.
    """
    found: list[Span] = []
    for annotator in annotators:
        for start, end, kind in annotator(text):
            if not 0 <= start < end <= len(text) or kind not in KINDS:
                raise TimelineError(
                    f"annotator: span {start}–{end} of kind {kind!r} does not fit a text of {len(text)}"
                )
            if not any(start < other_end and other_start < end for other_start, other_end, _ in found):
                found.append((start, end, kind))
    return sorted(found)
