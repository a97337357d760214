"""Titles that leave a clause as it stands, where no other title can be made of it (docs/events.md §3.1, T17)."""

from __future__ import annotations

from timeline_cli.events.dating.attach import Attachment
from timeline_cli.events.doers.phrases import is_nominal, phrase_start
from timeline_cli.events.plain_words import plain_text
from timeline_cli.events.reading import Reading
from timeline_cli.events.wording.bonds import binds, cannot_end, governs_clause, governs_more
from timeline_cli.events.wording.composing import Title
from timeline_cli.events.wording.described import described, wanted
from timeline_cli.events.wording.insertions import last_of_them
from timeline_cli.events.wording.plain import inside
from timeline_cli.events.wording.told_units import told_units
from timeline_cli.events.wording.trim import Piece, cut_right, written
from timeline_cli.lexicon.index import cues
from timeline_cli.model import TimeExpression
from timeline_cli.text.clauses import Clause
from timeline_cli.text.shapes import Verb

_NOTHING_DONE = cues("times") | cues("degrees")
_GOVERNS = frozenset({"preposition", "preposition-place", "complementizer", "demonstrative"})
_LONGEST_MOVED = 4
_FRAME = frozenset({"complementizer", "conjunction", "clause-adverb", "aspect", "was"})


def title_as_written(reading: Reading, head: Attachment) -> Title:
    """Returns the clause of a head as it stands, a relative one behind the noun that it describes (القلعة التي انسحبت
    منها الحامية). Dates, brackets and commas are left out; nothing is moved and nothing put in."""
    clause = reading.clauses[head.clause]
    return _left_standing(reading, head, _described_clause(reading, clause) or _whole_clause(reading, clause))


def title_from_verb(reading: Reading, head: Attachment) -> Title:
    """Returns the clause of a verb as it stands from the verb on, its subject before it put behind it in a clause
    of two words (دجلة فاض: فاض دجلة)."""
    clause = reading.clauses[head.clause]
    verb = _verb(reading, clause)
    units = _whole_clause(reading, clause)
    if clause.kind == "relative" and verb is not None:
        units = [clause.verb, *told_units(reading, clause, verb)]
    before = [k for k in units if k < clause.verb]
    behind = [k for k in units if k >= clause.verb]
    alone = len([k for k in behind if reading.units[k].date < 0 and not reading.units[k].is_mark]) == 1
    if not alone or len(before) >= _LONGEST_MOVED:
        return _left_standing(reading, head, behind)
    return _left_standing(reading, head, [k for k in (*behind, *before) if not reading.units[k].is_mark])


def _left_standing(reading: Reading, head: Attachment, chosen: list[int]) -> Title:
    """Returns units of a sentence as a title, cut to length, without dates, brackets and commas."""
    clause, units = reading.clauses[head.clause], reading.units
    pieces: list[Piece] = []
    dates = (k for k in chosen if units[k].date >= 0)
    with_dates = {j for date in dates for j in last_of_them(units, date)}
    for k in chosen:
        unit = units[k]
        opens = not pieces and head.kind != "verb" and unit.word.stem != "من"
        leads = not pieces and "complementizer" in unit.word.classes  # فإن │ رفع الشعارات
        if (
            leads
            or (opens and unit.word.classes & _GOVERNS)
            or unit.date >= 0
            or unit.is_comma
            or k in with_dates
            or _in_bracket(reading, k)
        ):
            continue
        glued = bool(pieces) and pieces[-1].unit == k - 1 and units[k - 1].end == unit.start
        text = unit.text if pieces else plain_text(units, k, True)
        resumes = clause.kind == "relative" and _resumes(reading, clause, k)
        joins = unit.word.lead == "و"
        pieces.append(
            Piece(
                text,
                k,
                glue=glued,
                joins=joins,
                open=not resumes and cannot_end(reading, k),
                binds=binds(reading, k) or (k > head.unit and governs_more(reading, k)),
            )
        )
    last = next((piece for piece in reversed(pieces) if piece.text.isalpha()), None)
    if last is not None and not governs_clause(units, last.unit):
        last.open = last.binds = False  # the clause itself ends here
    kept = cut_right(pieces)
    order = tuple(piece.unit for piece in kept)
    return Title(written(kept), frozenset(order), certain=False, order=order)


def _resumes(reading: Reading, clause: Clause, k: int) -> bool:
    """Tells whether a preposition carries the pronoun of what الذي or التي describes (القرية التي استولوا │ عليها)."""
    opener = reading.units[clause.opener].word.stem if clause.opener >= 0 else ""
    own = {"الذي": "ه", "التي": "ها", "الذين": "هم"}.get(opener, "")
    word = reading.units[k].word
    return bool(own) and "preposition-bound" in word.classes and word.stem.endswith(own)


def _whole_clause(reading: Reading, clause: Clause) -> list[int]:
    last = max([k for c in reading.clauses if inside(c, clause) for k in c.units], default=-1)
    first = next((k for k in clause.units if not _is_frame(reading, k) and not _says_how(reading, clause, k)), last + 1)
    that = next((k for k in clause.units if first < k < clause.verb and _is_that(reading, k)), first - 1)
    return list(range(that + 1, last + 1))


def _says_how(reading: Reading, clause: Clause, k: int) -> bool:
    """Tells whether an adverb stands before the verb of its clause (تاريخيًا │ أقنع المهندسون الوالي)."""
    return k < clause.verb and "ً" in reading.units[k].text and reading.units[k].word.act is None


def _is_that(reading: Reading, k: int) -> bool:
    """Tells whether أن stands at a unit (بعد │ أن)."""
    return "complementizer" in reading.units[k].word.classes


def _described_clause(reading: Reading, clause: Clause) -> list[int]:
    """Returns the units of a relative clause with the noun that it describes; none for other clauses, and where no noun
    agrees."""
    first, verb = _noun(reading, clause), _verb(reading, clause)
    if first < 0 or verb is None:
        return []
    return [*range(first, clause.verb + 1), *told_units(reading, clause, verb)]


def _noun(reading: Reading, clause: Clause) -> int:
    """Returns the first unit of the noun phrase that a relative clause describes, else of the one before it; -1 where
    that is surely another, or there is none."""
    verb = _verb(reading, clause)
    if clause.kind != "relative" or clause.antecedent < 0 or verb is None:
        return -1
    kind = wanted(reading, clause, verb)
    noun = described(reading, clause, kind, verb) if kind else None
    if noun is not None:
        return noun.first
    last = reading.units[clause.antecedent].word
    named = last.definite or last.place is not None or reading.entity_over(clause.antecedent) is not None
    if kind == "mp" or (clause.opener >= 0 and not named):
        return -1
    if clause.opener >= 0:
        return phrase_start(reading, clause.antecedent)
    end = _indefinite(reading, clause.antecedent)
    first = phrase_start(reading, end)
    governed = (k for k in range(end, first, -1) if reading.units[k].word.prefix and not reading.units[k].word.definite)
    return next(governed, first)  # ناخبي البلدية │ لاقتراع جزئي يجرى


def _indefinite(reading: Reading, last: int) -> int:
    """Returns the last unit of the indefinite noun that a clause without الذي can only describe, over the phrase that
    ends at a unit (جراحة │ في الركبة أجرتها)."""
    k = phrase_start(reading, last)
    governed = k > 1 and (reading.units[k - 1].word.preposition or bool(reading.units[k].word.prefix))
    before = k - 2 if k > 1 and reading.units[k - 1].word.preposition else k - 1
    if not governed or not reading.units[last].word.definite or not is_nominal(reading.units[before]):
        return last
    return last if reading.units[before].word.definite else before


def _verb(reading: Reading, clause: Clause) -> Verb | None:
    return reading.units[clause.verb].word.verb if clause.verb >= 0 else None


def may_stand_as_written(reading: Reading, head: Attachment, date: TimeExpression) -> bool:
    """Tells whether a clause that no other title could be made of tells an act all the same. Not where a relative
    describes a time or a degree (لدرجة اضطرت معها), or tells what is usual, as a present without the date of a day
    does (التي تحدث خلال اليوم), or a first person's."""
    clause = reading.clauses[head.clause]
    verb, first = _verb(reading, clause), _noun(reading, clause)
    if clause.kind != "relative" or head.kind != "verb":
        return True
    if verb is None or first < 0 or verb.person in ("1s", "1p"):
        return False
    return not tells_usual(reading, head, date) and reading.units[first].word.core not in _NOTHING_DONE


def tells_usual(reading: Reading, head: Attachment, date: TimeExpression) -> bool:
    """Tells whether a relative clause tells what is usual: a present without the date of a day."""
    clause = reading.clauses[head.clause]
    verb = _verb(reading, clause)
    dated = date.precision == "day" and any(character.isdigit() for character in date.text)
    present = verb is not None and verb.aspect == "imperfect" and not verb.future
    return clause.kind == "relative" and present and not dated


def _is_frame(reading: Reading, k: int) -> bool:
    """Tells whether a unit only opens a clause (a mark, a date, أن, حيث) or helps its verb (قد, كان)."""
    unit = reading.units[k]
    frame = unit.word.classes & _FRAME and "negation" not in unit.word.classes
    return unit.is_mark or unit.date >= 0 or bool(frame)


def _in_bracket(reading: Reading, k: int) -> bool:
    number = reading.clause_of[k]
    return reading.units[k].text in "()" or (number >= 0 and reading.clauses[number].kind == "bracket")
