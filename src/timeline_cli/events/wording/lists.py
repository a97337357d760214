"""Lists of dates whose members have nouns of their own, and gapped verbs (docs/events.md §2.4)."""

from __future__ import annotations

from dataclasses import replace

from timeline_cli.events.dating.attach import Attachment
from timeline_cli.events.doers.phrases import is_nominal
from timeline_cli.events.doers.subjects import subject
from timeline_cli.events.entities.entity import PLACE_KINDS
from timeline_cli.events.reading import Reading
from timeline_cli.events.story import Story
from timeline_cli.events.wording.composing import Title
from timeline_cli.events.wording.span import pieces_of
from timeline_cli.events.wording.trim import Piece, trimmed, written
from timeline_cli.events.wording.verb_titles import verb_title
from timeline_cli.text.clauses import Clause
from timeline_cli.text.tokens import Unit


def member_title(story: Story, reading: Reading, head: Attachment, date: int) -> Title | None:
    """Returns verb, subject and the member's own words for `زار تونس في مارس والمغرب في أبريل`; None for other
    dates."""
    if head.kind != "verb":
        return None
    clause = reading.clauses[head.clause]
    dates = [k for k in clause.units if reading.units[k].date >= 0 and k > clause.verb]
    counted = _times(reading, clause)
    if 0 <= counted < date:
        made = verb_title(story, reading, replace(clause, units=[k for k in clause.units if k < counted]))
        return replace(made, member=True) if len(made.text.split()) > 1 else None
    if date == dates[0] if dates else True:
        return _first_member(story, reading, clause, dates)
    if date not in dates[1:]:
        return None
    member = _own_words(reading, clause, dates, date)
    if not member:
        return None
    return _with_member(story, reading, clause, dates[0], member)


def _times(reading: Reading, clause: Clause) -> int:
    """Returns the unit that says how often something happened before each time is dated (زار دمشق │ مرتين، الأولى في …
    والثانية في …); -1 without one."""
    units = reading.units
    for place, k in enumerate(clause.units[:-2]):
        word, comma = units[k].word, units[clause.units[place + 1]]
        if k < clause.verb or not comma.is_comma or word.core not in ("مرتين", "مرات"):
            continue
        after = units[clause.units[place + 2]]
        each = after.date >= 0 or "ordinal" in after.word.classes or after.word.core.startswith(("اول", "اخر"))
        return k - (word.core == "مرات" and not units[k - 1].word.preposition) if each else -1
    return -1


def has_own_words(reading: Reading, clause: Clause, date: int) -> bool:
    """Tells whether a later date of a clause belongs to a member of a list with words of its own."""
    dates = [k for k in clause.units if reading.units[k].date >= 0 and k > clause.verb]
    return date in dates[1:] and bool(_own_words(reading, clause, dates, date))


def _first_member(story: Story, reading: Reading, clause: Clause, dates: list[int]) -> Title | None:
    """Returns the title of the first member of such a list: what follows its date belongs to the others."""
    if len(dates) < 2 or not _own_words(reading, clause, dates, dates[1]):
        return None
    whole = verb_title(story, reading, replace(clause, units=[k for k in clause.units if k <= dates[0]]))
    return replace(whole, member=True)


def _own_words(reading: Reading, clause: Clause, dates: list[int], date: int) -> list[int]:
    """Returns the units of the member that a later date of a list belongs to, those of the last member that has
    some."""
    place = dates.index(date)
    while place > 0:
        between = [k for k in clause.units if dates[place - 1] < k < dates[place] and not reading.units[k].is_mark]
        if between:
            head = reading.units[between[0]]
            after = reading.units[between[1]] if len(between) > 2 else None
            again = after is not None and after.word.preposition and _same_preposition(reading, clause, after)
            if head.word.stem == "ثم" and len(between) > 1 and (again or is_nominal(reading.units[between[1]])):
                return between[1:]
            verb = reading.units[clause.verb].word.verb
            asked = verb is not None and head.word.stem in verb.prepositions | {"إلى"}
            asked = asked or (head.word.stem == "في" and _tours(reading, clause, dates[0], between))
            joined = asked and len(between) > 1 and _same_preposition(reading, clause, head)
            nominal = is_nominal(head) and not head.word.preposition
            nominal = nominal and (not head.word.prefix or _same_prefix(reading, clause, head))
            nominal = nominal and (not head.is_number or _counts(reading, clause, dates[0]))
            nominal = nominal and not _act_of_its_own(reading, clause, dates[0], head)
            return between if head.word.lead == "و" and (nominal or joined) else []
        place -= 1
    return []


def _counts(reading: Reading, clause: Clause, first: int) -> bool:
    """Tells whether a figure stands right behind the subject, as a member that is one does (بلغ العدد 30 ثم 40)."""
    doer = subject(reading, clause)
    edge = doer.end if doer is not None and doer.first > clause.verb else clause.verb + 1
    near = [reading.units[k] for k in clause.units if edge <= k < min(edge + 3, first)]
    return any(unit.is_number for unit in near)


def _act_of_its_own(reading: Reading, clause: Clause, first: int, head: Unit) -> bool:
    """Tells whether a joined act follows one that is no object of the verb (حصل على الجنسية بعد تفجير المبنى …، واختطاف
    طائرة …)."""
    verb = reading.units[clause.verb].word.verb
    if head.word.act is None or verb is None:
        return False
    before = [k for k in clause.units if clause.verb < k < first]
    act = next((k for k in before if reading.units[k].word.act is not None), -1)
    governed = reading.units[act - 1].word if act > 0 else None
    return governed is not None and governed.preposition and governed.stem not in verb.prepositions


def _tours(reading: Reading, clause: Clause, first: int, between: list[int]) -> bool:
    """Tells whether an act is done in one place after the other (حفلات في الأردن في 14 أغسطس وفي مصر في 21 منه)."""
    named = len(between) > 1 and reading.entity_at(between[1])
    if not named or named.kind not in PLACE_KINDS:
        return False
    before = [k for k in clause.units if clause.verb < k < first]
    return not any("dating-participle" in reading.units[k].word.classes for k in before)


def _same_preposition(reading: Reading, clause: Clause, unit: Unit) -> bool:
    """Tells whether a member begins with a preposition that stands behind the verb too (وصل إلى معان …، ثم إلى المدينة
    …)."""
    before = (reading.units[k] for k in clause.units if k > clause.verb and reading.units[k].start < unit.start)
    return any(other.word.stem == unit.word.stem and other.date < 0 for other in before)


def _same_prefix(reading: Reading, clause: Clause, unit: Unit) -> bool:
    before = (reading.units[k] for k in clause.units if k > clause.verb and reading.units[k].start < unit.start)
    return any(other.word.prefix == unit.word.prefix and other.date < 0 for other in before)


def _with_member(story: Story, reading: Reading, clause: Clause, first_date: int, member: list[int]) -> Title:
    units = reading.units
    whole = verb_title(story, reading, clause)
    doer = subject(reading, clause)
    behind = [k for k in clause.units if clause.verb < k < first_date and not units[k].is_mark]
    kept = [k for k in behind if doer is not None and doer.first <= k < doer.end]
    rest = [k for k in behind if k not in kept]
    prefix = units[rest[0]].word.prefix if rest else ""
    preposition = units[rest[0]].text if rest and units[rest[0]].word.preposition else ""
    if units[member[0]].word.preposition:
        prefix = preposition = ""
        again = (place for place, k in enumerate(rest) if units[k].word.stem == units[member[0]].word.stem)
        rest = rest[next(again, 0) :]
    words = whole.text.split()
    cut = story.words(units, rest[0], rest[0] + 1) if rest else ""
    lead = _up_to(words, units[rest[0]].text if rest else "", cut)
    pieces = pieces_of(story, reading, member, None, start=len(lead))
    if pieces:
        text = story.words(units, member[0], member[0] + 1)
        glued = prefix + text if prefix and not preposition else text
        pieces[0] = Piece(glued, member[0])
    full = [Piece(word) for word in lead] + ([Piece(preposition)] if preposition else []) + pieces
    return Title(
        written(trimmed(full)),
        (whole.units - frozenset(k for k in whole.units if k >= rest[0])) | frozenset(member) if rest else whole.units,
        whole.named,
        member=True,
    )


def _up_to(words: list[str], stop: str, bare: str) -> list[str]:
    for place, word in enumerate(words):
        if place and word in (stop, bare):
            return words[:place]
    return words[:2]
