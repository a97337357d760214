"""Who says so (docs/events.md §6)."""

from __future__ import annotations

from timeline_cli.events.dating.attach import Attachment
from timeline_cli.events.dating.told_acts import is_figure
from timeline_cli.events.doers.naming import of_phrase
from timeline_cli.events.doers.phrases import phrase_end
from timeline_cli.events.reading import Phrase, Reading
from timeline_cli.events.story import Story
from timeline_cli.events.telling.sources import document, of_source_phrase, of_tail
from timeline_cli.events.telling.speakers import last_speaker, speaker, who_says
from timeline_cli.events.telling.speaking import phrase_of, says_in_passing, speaks
from timeline_cli.events.telling.status import denial_above
from timeline_cli.events.telling.voices import VOICES, voice, written
from timeline_cli.lexicon.index import cues
from timeline_cli.text.clauses import Clause
from timeline_cli.text.speech import is_written

_STANDS = frozenset({"جاء", "ورد"})
_BY_MOUTH = ["على", "لسان"]  # جاء على لسان الوزير أن
_APPEARS = cues("appears")
_EVIDENCE = cues("evidence")
_NOUNS_OF_SPEECH = cues("noun-of-speech")
_NOTES = frozenset({"علما"})


def attribution(story: Story, reading: Reading, head: Attachment) -> str | None:
    """Returns the speaker of what an act's clause tells, None where the text itself tells it."""
    clause = reading.clauses[head.clause]
    if (
        head.kind == "noun"
        and head.rule == "D10"
        and clause.verb >= 0
        and reading.units[clause.verb].word.speech is not None
        and clause.kind != "saying"
        and not is_figure(reading, head.unit)
    ):
        return who_says(story, reading, clause) or _beside(story, reading, head)
    above = denial_above(reading, clause) or _called_for(reading, clause)
    if above is not None or head.rule == "D16":
        return who_says(story, reading, above or clause)
    if clause.frame >= 0 and _only_named(reading, clause):
        return None
    if clause.frame >= 0 and not _left(reading, clause):
        return _of_frame(story, reading, clause.frame)
    if head.kind == "verb" and (forecasts(reading, clause) or reports(reading, clause)):
        return speaker(story, reading, clause)
    if story.in_quotation(reading.number):
        return last_speaker(story, reading.number)
    return _beside(story, reading, head)


def _beside(story: Story, reading: Reading, head: Attachment) -> str | None:
    return of_tail(story, reading, head.clause) or of_source_phrase(story, reading, head.unit)


def _called_for(reading: Reading, clause: Clause) -> Clause | None:
    """Returns the clause of whoever calls for or announces what a bare relative clause says of it (دعا الوزير إلى
    اجتماع │ يعقد الخميس), None elsewhere."""
    verb = reading.units[clause.verb].word.verb if clause.verb >= 0 else None
    above = reading.clauses[clause.parent] if clause.kind == "relative" and clause.parent >= 0 else None
    if above is None or above.verb < 0 or clause.opener >= 0 or verb is None or verb.aspect != "imperfect":
        return None
    speech = reading.units[above.verb].word.speech
    return above if speech is not None and speech.act else None


def forecasts(reading: Reading, clause: Clause) -> bool:
    """Tells whether a verb of forecast governs the act itself (توقعت الهيئة هطول أمطار): its subject only says so."""
    speech = reading.units[clause.verb].word.speech if clause.verb >= 0 else None
    return speech is not None and speech.sense == "predict"


def reports(reading: Reading, clause: Clause) -> bool:
    """Tells whether a verb of report opens what is said (أوضحت المديرة أن …): its subject is a speaker, no doer."""
    speech = reading.units[clause.verb].word.speech if clause.verb >= 0 else None
    if speech is None or speech.act or speech.aspect == "participle":
        return False
    return any(c.parent == clause.number and c.kind in ("complement", "quote") for c in reading.clauses)


def _of_frame(story: Story, reading: Reading, frame: int) -> str | None:
    framed = reading.clauses[frame]
    while framed.parent >= 0:
        said = reading.clauses[framed.parent]
        if framed.kind == "complement" and _is_note(reading, framed):
            return None
        if framed.kind == "saying" and said.kind == "complement" and said.parent >= 0 and not said.closer:
            outer = reading.clauses[said.parent]
            if outer.verb >= 0 and phrase_of(reading, outer) is not None:
                return who_says(story, reading, outer)
        if said.verb >= 0 and reading.units[said.verb].word.fold.lstrip("و") in _APPEARS:
            return _evidence(story, reading, said)
        if framed.kind == "complement" and _by_noun(reading, framed):
            return who_says(story, reading, said)
        if said.verb >= 0 and is_written(reading.units, said.verb):
            return document(story, reading, said.verb + 2)
        if said.verb >= 0 and [unit.word.stem for unit in reading.units[said.verb + 1 : said.verb + 3]] == _BY_MOUTH:
            return of_source_phrase(story, reading, said.verb)
        if framed.kind == "complement" and _stands_in(reading, framed):
            return speaker(story, reading, reading.clauses[said.parent] if said.kind == "relative" else said)
        if framed.kind == "saying" or speaks(reading, said):
            return who_says(story, reading, said)
        passing = framed.kind == "quote" or (framed.kind == "complement" and said.frame < 0)
        if passing and said.verb >= 0 and says_in_passing(reading, said):
            return who_says(story, reading, said)
        if said.verb < 0 and framed.opener >= 0 and reading.units[framed.opener].text == ":":
            return _before_colon(story, reading, said)
        if said.verb < 0:
            source = of_source_phrase(story, reading, framed.opener) if framed.opener > 0 else None
            if source is not None:
                return source  # وبحسب ناشرها، │ فإنها ستنجز
            beside = (c for c in reading.clauses if c.parent == said.parent and c.kind != "complement")
            after = next((c for c in beside if speaks(reading, c)), None)
            if after is not None:
                return who_says(story, reading, after)
            voice = _verbless_voice(story, reading, said)
            if voice is not None:
                return voice
        if said.frame < 0 or said.frame == frame:
            break
        frame = said.frame
        framed = reading.clauses[frame]
    return last_speaker(story, reading.number) if framed.kind == "quote" else None


def _only_named(reading: Reading, clause: Clause) -> bool:
    """Tells whether a relative clause describes someone whom a participle of speech names without saying anything of
    him (مبررين موقفهم بغياب المدير │ الذي طلب مهلة)."""
    framed = reading.clauses[clause.frame]
    if framed.kind != "saying" or clause.kind != "relative" or clause.opener < 0 or clause.parent != clause.frame:
        return False
    before = reading.units[framed.units[0] : clause.opener]
    return not any("complementizer" in unit.word.classes or unit.text in ":«" for unit in before)


def _left(reading: Reading, clause: Clause) -> bool:
    """Tells whether a clause behind فيما with another subject stands outside what was said (§6, scope of F1)."""
    between = reading.clauses[clause.frame + 1 : clause.number]
    parted = any(c.kind == "while" and c.frame == clause.frame and c.between_commas for c in between)
    return parted and clause.kind == "provided"


def _by_noun(reading: Reading, framed: Clause) -> bool:
    """Tells whether a noun of speech opens what is said (جددت المديرة التأكيد على │ أن …)."""
    before = reading.units[max(0, framed.opener - 2) : framed.opener]
    return len(before) == 2 and before[1].word.preposition and before[0].word.core in _NOUNS_OF_SPEECH


def _stands_in(reading: Reading, framed: Clause) -> bool:
    """Tells whether أن opens what a document says (تقريرا جاء فيه أن, ورد فيها أن)."""
    k = framed.opener
    if k < 2 or reading.units[k - 1].word.stem not in ("فيه", "فيها"):
        return False
    return reading.units[k - 2].word.fold in _STANDS


def _evidence(story: Story, reading: Reading, said: Clause) -> str | None:
    """Returns from what something became clear (تبين من التحريات أن), None where no source stands there."""
    for k in said.units:
        after = reading.units[k + 1].word if k + 1 < len(reading.units) else None
        if k > said.verb and reading.units[k].word.stem == "من" and after is not None and after.core in _EVIDENCE:
            return written(story.words(reading.units, k + 1, phrase_end(reading, k + 1, 4)))
    return None


def _is_note(reading: Reading, framed: Clause) -> bool:
    """Tells whether the text itself adds what أن opens (علما بأن)."""
    return framed.opener > 0 and reading.units[framed.opener - 1].word.fold in _NOTES


def _verbless_voice(story: Story, reading: Reading, said: Clause) -> str | None:
    """Returns the source before أن where no list has its verb (وأبرز المصدر ذاته أن)."""
    for k in said.units[1:3]:
        entity = reading.entity_at(k)
        if entity is not None and not entity.bare and reading.units[k - 1].word.stem == "بين":  # وبيّن هاني الفاسي أن
            return voice(story, reading, Phrase(k, entity.end, entity))
        if (reading.units[k].word.classes | reading.units[k].word.core_classes) & VOICES:
            return voice(story, reading, Phrase(k, phrase_end(reading, k), reading.entity_at(k)))
    return None


def _before_colon(story: Story, reading: Reading, said: Clause) -> str | None:
    for k in said.units[:2]:
        entity = reading.entity_at(k)
        if entity is not None:
            return of_phrase(story, reading, Phrase(k, entity.end, entity)).words
    return None
