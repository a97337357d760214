"""What somebody took over in the clause before, which the pronoun of his next verb means (تولى سالم رئاسة الحزب │ وقاده
إلى الفوز; docs/events.md §3.2)."""

from __future__ import annotations

from timeline_cli.events.doers.naming import Antecedent, of_phrase, resolved
from timeline_cli.events.doers.phrases import is_nominal, phrase_end
from timeline_cli.events.doers.subjects import subject
from timeline_cli.events.entities.entity import ACTING_KINDS
from timeline_cli.events.reading import Phrase, Reading
from timeline_cli.events.story import Story
from timeline_cli.lexicon.index import cues
from timeline_cli.text.clauses import Clause

_POSTS = cues("taken-over")
_GOES_ON = frozenset({"and", "then"})


def taken_over(story: Story, reading: Reading, clause: Clause) -> Antecedent | None:
    """Returns the body whose post the clause before gives to the one who goes on doing, where a verb's pronoun fits it;
    None elsewhere."""
    verb = reading.units[clause.verb].word.verb
    if verb is None or verb.pronoun not in ("ه", "ها") or clause.kind not in _GOES_ON or verb.passive:
        return None
    before = next((c for c in reversed(reading.clauses[: clause.number]) if c.verb >= 0), None)
    told = reading.units[before.verb].word.verb if before is not None else None
    if before is None or told is None or told.person != verb.person or told.pronoun or before.frame != clause.frame:
        return None
    if subject(reading, clause) is not None:
        return None
    post = next((k for k in before.units if k > before.verb and reading.units[k].word.core in _POSTS), -1)
    if post < 0 or post + 1 not in before.units or not is_nominal(reading.units[post + 1]):
        return None
    entity = reading.entity_at(post + 1)
    word = reading.units[post + 1].word
    feminine = entity.feminine if entity is not None else word.feminine
    body = word.definite if entity is None else entity.kind in ACTING_KINDS and entity.kind != "person"
    if not body or word.prefix or feminine != (verb.pronoun == "ها"):
        return None
    return resolved(story, reading, of_phrase(story, reading, Phrase(post + 1, phrase_end(reading, post + 1), entity)))
