"""How the name of a body in quotation marks is written among the participants (docs/events.md §4.5)."""

from __future__ import annotations

from timeline_cli.model import Name
from timeline_cli.text.words import word


def in_short(name: Name) -> Name:
    """Returns a body without the country behind its quoted name and without what it does in an indefinite noun (شركة
    «ساند» │ الأردنية للتقنية, مصنع «زيتونة» │ لتعليب الزيت); a definite field belongs to it (دار «النهضة» للطباعة)."""
    closing = name.text.find("»") + 1
    if name.kind != "organisation" or not closing or "«" not in name.text[:closing]:
        return name
    kept = []
    for part in name.text[closing:].split():
        known = word(part)
        if known.nationality is not None and known.nationality["iso"]:
            break
        if known.prefix == "ل" and not known.definite:
            break
        kept.append(part)
    return Name(" ".join([name.text[:closing], *kept]), name.kind)
