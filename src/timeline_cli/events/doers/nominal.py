"""What a clause without a verb tells of: what أما sets apart, what أن or كان opens it with, a name (docs/events.md
§3.2)."""

from __future__ import annotations

from timeline_cli.events.doers.phrases import is_nominal, phrase_end
from timeline_cli.events.reading import Phrase, Reading
from timeline_cli.text.clauses import Clause

_THAT = frozenset({"أن", "إن", "ان", "على"})


def nominal_subject(reading: Reading, clause: Clause) -> Phrase | None:
    """Returns the name that a verbless clause or a fragment begins with, what أما opens it with."""
    first = clause.units[0] if clause.units else 0
    if clause.opener == first and reading.units[first].word.stem == "أما" and len(clause.units) > 1:
        inner = reading.entity_at(first + 1)
        quoted = reading.units[clause.units[-1]].text in "»”"
        end = clause.units[-1] + 1 if quoted else inner.end if inner else phrase_end(reading, first + 1)
        identified = _identified(reading, clause)
        if identified is not None:
            return identified
        return Phrase(first + 1, end, inner) if reading.units[first + 1].word.definite or inner else None
    was = len(clause.units) > 1 and "was" in reading.units[first].word.classes
    if (
        was
        and "superlative" not in reading.units[first + 1].word.core_classes
        and is_nominal(reading.units[first + 1])
        and not reading.units[first + 1].word.prefix
    ):
        end = phrase_end(reading, first + 1)
        name = reading.units[first + 1].word.unknown and not reading.units[first + 1].word.definite
        if name or not [k for k in clause.units if k >= end and not reading.units[k].is_comma]:
            end = first + 2 if name else end
            return Phrase(first + 1, end, reading.entity_at(first + 1))  # كانت الحركة │ بعد أن …، أعلنت
    told = _told_of(reading, clause)
    if told is not None:
        return told
    for k in clause.units[:3]:
        entity = reading.entity_at(k)
        if entity is not None and (
            entity.kind in ("person", "organisation") or (entity.kind == "country" and k == first)
        ):
            return Phrase(k, entity.end, entity)
        if reading.units[k].word.pronoun:
            return None  # كان اسمه │ نادي المرفأ
    return None


def _told_of(reading: Reading, clause: Clause) -> Phrase | None:
    """Returns the definite thing that أن opens a clause without verb with (أن │ الصكوك الخضراء │ أداة مهمة)."""
    opener = reading.units[clause.opener].word.stem if clause.opener >= 0 else ""
    opens = [k for k in clause.units if k > clause.opener and "complementizer" not in reading.units[k].word.classes]
    if clause.kind not in ("complement", "provided") or opener not in _THAT or not opens:
        return None
    first = opens[0]
    if not is_nominal(reading.units[first]) or reading.units[first].word.prefix or reading.entity_at(first) is not None:
        return None
    return Phrase(first, phrase_end(reading, first))


def _identified(reading: Reading, clause: Clause) -> Phrase | None:
    """Returns the name that says who what أما sets apart is (أما أولى الشركات │ فكانت شركة الواحة), None elsewhere."""
    for k in clause.units[1:]:
        word = reading.units[k - 1].word
        entity = reading.entity_at(k)
        if entity is not None and word.lead == "ف" and ("was" in word.classes or "pronoun" in word.classes):
            return Phrase(k, entity.end, entity) if entity.kind in ("person", "organisation", "country") else None
    return None


def described_feminine(reading: Reading, phrase: Phrase) -> bool:
    """Tells whether a feminine adjective behind a masculine genitive, or كانت, shows that a noun is a plural of things
    (صكوك الاستثمار │ الخضراء)."""
    words = [reading.units[k].word for k in range(phrase.first, phrase.end)]
    after = reading.units[phrase.end] if phrase.end < len(reading.units) else None
    if after is not None and "was" in after.word.classes and after.word.stem in ("كانت", "تكون"):
        return True
    if len(words) < 2 or not words[0].pattern_plural or words[0].office is not None:
        return False
    return words[-1].feminine and words[-1].definite and not any(word.feminine for word in words[1:-1])
