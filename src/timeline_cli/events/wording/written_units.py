"""A unit as a title writes it: the article that a date stood for, the name in full (docs/events.md §3.1)."""

from __future__ import annotations

from timeline_cli.events.doers.phrases import is_nominal
from timeline_cli.events.entities.entity import ACTING_KINDS, PLACE_KINDS
from timeline_cli.events.plain_words import without_first_letter
from timeline_cli.events.reading import Reading
from timeline_cli.events.story import Story
from timeline_cli.lexicon.index import cues

_ATTENDS = cues("attends")


def _with_article(reading: Reading, k: int) -> str:
    """Gives the noun of an act ال where a date was its genitive (في تداولات أمس becomes في التداولات), else nothing."""
    units = reading.units
    unit = units[k]
    after = units[k + 1] if k + 1 < len(units) else None
    if after is None or after.date < 0 or after.preposition or after.lead or k == 0:
        return ""
    dated = "dated-noun" in unit.word.core_classes or "dated-noun" in unit.word.classes
    entity = reading.entity_over(k)
    if entity is not None and entity.kind in PLACE_KINDS:
        return ""
    word = unit.word
    behind = units[k + 2] if k + 2 < len(units) else None
    described = behind is not None and behind.date < 0 and behind.word.definite and not behind.word.prefix
    counted = word.common and word.verb is None and described and after.word.classes & {"date-frame"}
    owned = _of_noun(reading, k - 1)
    counted = counted if units[k - 1].word.preposition or owned else False  # not ملثمون │ صباح أمس البوابة
    if word.act is None and not dated and not counted:
        return ""
    if word.definite or word.pronoun or word.lead or word.stem.endswith("ا"):
        return ""
    if word.prefix:
        home = reading.clauses[reading.clause_of[k]] if reading.clause_of[k] >= 0 else None
        does = home is not None and home.verb >= 0 and units[home.verb].word.verb
        if word.prefix == "ب" and does and "قام" in does.lemma.split("|"):
            return ""  # قام بزيارة أمس
        return {"ل": "لل", "ب": "بال", "ك": "كال"}[word.prefix] + without_first_letter(unit.text)
    opens = (
        units[k - 1].word.verb is not None and behind is not None and behind.date < 0 and behind.word.act is not None
    )
    verb = units[k - 1].word.verb
    several = word.act is not None and word.act.plural and word.stem.endswith("ات")  # شملت │ عمليات اليوم أسهم
    several = several and verb is not None and verb.transitive and verb.person == "3fs"
    opens = opens or (several and behind is not None and behind.date < 0 and is_nominal(behind))
    attended = word.act is not None and word.act.kind == "meeting" and _is_attended(reading, k)
    governed = units[k - 1].word.preposition or opens or dated or owned or attended
    return "ال" + unit.text if governed else ""


def _is_attended(reading: Reading, k: int) -> bool:
    """Tells whether a meeting is what somebody behind its date attends (سيحضر │ اجتماع غد مديرو الأجهزة)."""
    verb = reading.units[k - 1].word.verb
    if verb is None or not verb.transitive or not set(verb.lemma.split("|")) & _ATTENDS or k + 2 >= len(reading.units):
        return False
    behind, entity = reading.units[k + 2].word, reading.entity_at(k + 2)
    men = behind.stem.endswith(("ون", "و")) and not behind.is_function
    return not behind.prefix and (men or (entity is not None and entity.kind in ACTING_KINDS))


def _of_noun(reading: Reading, k: int) -> bool:
    """Tells whether a noun behind a preposition governs the next one (خلال موسم │ حج هذا العام)."""
    word, before = reading.units[k].word, reading.units[k - 1].word
    listed = word.common or bool(word.classes & {"period-noun", "site-noun", "attribute-noun"})
    noun = listed and not word.definite and not word.pronoun and not word.stem.endswith(("ا", "ة"))
    return noun and before.preposition


def unit_text(story: Story, reading: Reading, k: int) -> str:
    """Returns a unit's text; a surname alone becomes the full name where it stands without و and preposition."""
    unit = reading.units[k]
    articled = _with_article(reading, k)
    if articled:
        return articled
    if k > 1 and unit.word.stem in ("موعدا", "تاريخا") and reading.units[k - 1].date >= 0:
        act = reading.units[k - 2].word
        if act.act is not None and act.verb is None:
            return unit.text.rstrip("ً").removesuffix("ا").rstrip("ً")  # تحديد يوم السبت موعدا للمباراة
    entity = reading.entity_at(k)
    if entity is not None and entity.kind == "person" and entity.end - entity.first == 1:
        name = story.names.name_of(reading.units, entity)
        if name != unit.text and not unit.word.prefix:
            return ("و" if unit.word.lead else "") + name
    return unit.text
