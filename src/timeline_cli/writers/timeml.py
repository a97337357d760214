"""TimeML: the text with its time expressions as inline TIMEX3."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import BinaryIO
from xml.sax.saxutils import escape, quoteattr

from timeline_cli.errors import TimelineError
from timeline_cli.model import Document, TimeExpression, Timeline
from timeline_cli.writers.annotated import Annotated, annotated, member_names
from timeline_cli.writers.grain import parts_of
from timeline_cli.writers.provenance import Provenance
from timeline_cli.writers.zipped import write_members

_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_PERIOD = re.compile(r"(.+)/(.+)")
_FROM_DCT = frozenset({"dct", "tense", "weekday"})
_FROM_CONTEXT = _FROM_DCT | {"narrative", "anaphora"}
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<TimeML xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    'xsi:noNamespaceSchemaLocation="http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd">\n'
)


def write(
    timeline: Timeline, provenance: Provenance, stream: BinaryIO, documents: Sequence[Document]
) -> tuple[str, ...]:
    """Writes one text with its expressions; returns what was left out.

    Raises TimelineError for several texts: a file of the format holds one (`.tml.zip` holds many).
    """
    texts, remarks = annotated(timeline, provenance, documents)
    if len(texts) != 1:
        raise TimelineError(f"a TimeML file holds one text, not {len(texts)}; end the output's name in .tml.zip")
    stream.write(document_of(texts[0]))
    return remarks


def write_zip(
    timeline: Timeline, provenance: Provenance, stream: BinaryIO, documents: Sequence[Document]
) -> tuple[str, ...]:
    """Writes an archive with a TimeML file each text; returns what was left out."""
    texts, remarks = annotated(timeline, provenance, documents)
    names = member_names(texts)
    write_members({f"{name}.tml": document_of(text) for name, text in zip(names, texts, strict=True)}, stream)
    return remarks


def document_of(one: Annotated) -> bytes:
    """Returns a text as TimeML 1.2.1.

    The characters of `TEXT`, markup taken away, are those of the document; a control character that XML cannot hold is
    U+FFFD there, so that offsets stay. An interval is, as TIMEX3 has it, a duration whose `beginPoint` and `endPoint`
    name two empty elements after the text, one for each end.
    """
    text, points = _marked(one.document.text, one.expressions)
    day = f' value="{one.day}"' if one.day is not None else ' value="XXXX-XX-XX"'
    created = f'<TIMEX3 tid="t0" type="DATE"{day} temporalFunction="false" functionInDocument="CREATION_TIME">'
    title = f"<TITLE>{_plain(one.document.title)}</TITLE>\n" if one.document.title else ""
    return (
        f"{_HEAD}<DOCID>{_plain(one.document.name)}</DOCID>\n<DCT>{created}{one.day or ''}</TIMEX3></DCT>\n{title}"
        f"<TEXT>{text}</TEXT>\n{points}</TimeML>\n"
    ).encode()


def _marked(text: str, expressions: Sequence[TimeExpression]) -> tuple[str, str]:
    parts: list[str] = []
    points: list[str] = []
    end = 0
    for number, expression in enumerate(expressions, 1):
        opening, more = _opening(number, expression)
        parts += [_plain(text[end : expression.start]), opening, _plain(text[expression.start : expression.end])]
        parts.append("</TIMEX3>")
        points += more
        end = expression.end
    parts.append(_plain(text[end:]))
    return "".join(parts), "".join(points)


def _opening(number: int, expression: TimeExpression) -> tuple[str, list[str]]:
    """Returns the opening tag of an expression, and the elements that stand for the ends of an interval."""
    value = expression.value or "XXXX-XX-XX"
    attributes = {"tid": f"t{number}", "type": expression.type, "value": value}
    period = _PERIOD.fullmatch(value)
    points: list[str] = []
    if period is not None:
        attributes |= {"type": "DURATION", "value": _length(expression)}
        for name, letter, end in (("beginPoint", "a", period[1]), ("endPoint", "b", period[2])):
            if end != "..":
                attributes[name] = f"t{number}{letter}"
                points.append(f'<TIMEX3 tid="t{number}{letter}" type="DATE" value={quoteattr(end)}/>\n')
    if expression.mod is not None:
        attributes["mod"] = expression.mod
    if expression.how in _FROM_CONTEXT and expression.type in ("DATE", "TIME"):
        attributes["temporalFunction"] = "true"
        if expression.how in _FROM_DCT:
            attributes["anchorTimeID"] = "t0"
    return f"<TIMEX3 {' '.join(f'{key}={quoteattr(text)}' for key, text in attributes.items())}>", points


def _length(expression: TimeExpression) -> str:
    """Returns the length of an interval as an ISO duration in the coarsest unit that fits, PX where an end is open."""
    if expression.begin is None or expression.last is None or ".." in (expression.value or ""):
        return "PX"
    first, end = parts_of(expression.begin, expression.last)
    if first.month is None or end.month is None:
        return f"P{end.year - first.year + 1}Y"
    if first.day is None:
        return f"P{12 * (end.year - first.year) + end.month - first.month + 1}M"
    return f"P{expression.last - expression.begin + 1}D"


def _plain(text: str | None) -> str:
    return escape(_NO_XML.sub("\ufffd", text or "")).replace("\r", "&#13;")
