"""The draft of an event: the title of a date's head, or why the date tells of no event (docs/events.md §3, §7)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from timeline_cli.events.dating.attach import Attachment
from timeline_cli.events.dating.dated_nouns import sets_against
from timeline_cli.events.dating.mentions import reason_of_mention
from timeline_cli.events.dating.plans import makes_likely
from timeline_cli.events.dating.span_of_days import DatedUnit
from timeline_cli.events.doers.hero import hero
from timeline_cli.events.doers.naming import of_phrase
from timeline_cli.events.doers.subjects import subject
from timeline_cli.events.reading import Reading
from timeline_cli.events.story import Story
from timeline_cli.events.telling.speakers import last_speaker
from timeline_cli.events.telling.speaking import phrase_of
from timeline_cli.events.telling.status import cancelled
from timeline_cli.events.wording import sayings
from timeline_cli.events.wording.as_written import (
    may_stand_as_written,
    tells_usual,
    title_as_written,
    title_from_verb,
)
from timeline_cli.events.wording.candidate import Candidate, is_unnamed
from timeline_cli.events.wording.certainty import TANGLED, certainty, too_unsure
from timeline_cli.events.wording.compared import with_since
from timeline_cli.events.wording.composing import Title
from timeline_cli.events.wording.lists import member_title
from timeline_cli.events.wording.open_acts import without_open_act
from timeline_cli.events.wording.plain import clause_words, plain_title
from timeline_cli.events.wording.refusals import (
    NAMELESS,
    OF_ACT,
    OF_NOUNS,
    OF_TITLE,
    OF_WORDS,
    REDEEMED,
    is_of_unknown,
    lacks_plural_doer,
    points_back,
    refusal,
    stands_alone,
)
from timeline_cli.events.wording.titles import called_off_title, entry_title, title, with_end, with_exception, with_plan
from timeline_cli.events.wording.trim import FEWEST_WORDS, MOST_WORDS
from timeline_cli.events.wording.wellformed import is_wellformed, says_enough, stops_short, waits
from timeline_cli.lexicon.index import cues
from timeline_cli.model import Flag, TimeExpression
from timeline_cli.text.clauses import Clause
from timeline_cli.text.words import word

REPORTED = "day-of-report"
SAYING = "saying"
_FINITE = frozenset({"main", "and", "then", "complement"})
_COMES = ("جاء ذلك", "يأتي ذلك", "وجاء ذلك", "ويأتي ذلك", "جاء هذا", "يأتي هذا")
_BRIEF_SAYING = 5
_SOURCES = cues("sources")


@dataclass(frozen=True, slots=True)
class Draft:
    """An event before it is written down. `reason`: why the date tells of no event, a code of docs/record.md; empty for
    events. `doubts`: how the title came about, as codes of `lexicon/confidence.csv`; None for a line of a chronicle, of
    which there are none."""

    dated: DatedUnit
    reading: Reading
    head: Attachment
    made: Title
    reason: str = ""
    doubts: tuple[str, ...] | None = ()
    certainty: float = 1.0
    flags: tuple[Flag, ...] = ()


def draft(story: Story, reading: Reading, dated: DatedUnit, head: Attachment, reason: str) -> Draft:
    """Returns the draft of what a date tells, and how sure it is; one that is too unsure is kept out of the chronology.

    `reason`: why the date is known to tell of no event before it has a title, empty where it is not.
    """
    made = _drafted(story, reading, dated, head, reason)
    if made.doubts is None:
        return made
    value = certainty(reading, made.head, dated, made.made, made.doubts)
    flags = (Flag(REPORTED),) if REPORTED in made.doubts else ()
    if not made.reason and too_unsure(reading, value):
        return replace(made, certainty=value, flags=(*flags, Flag("unsure-act")), reason="unsure-act")
    return replace(made, certainty=value, flags=flags)


def _drafted(story: Story, reading: Reading, dated: DatedUnit, head: Attachment, reason: str) -> Draft:
    """Returns a line of a chronicle, a saying or a title, each with the first reason why it tells of no event."""
    entry = entry_title(story, reading, dated.unit)
    clause = reading.clauses[head.clause]
    described = clause.kind == "relative" or head.kind != "verb"
    if entry is not None and (reason or described or subject(reading, clause) is None):
        return Draft(dated, reading, head, entry, doubts=None)
    content = sayings.content_of(reading, head)
    if content is not None and not reason:
        return _said(story, reading, dated, head, content)
    told = _titled(story, reading, head, dated.unit)
    if told.head is not head:
        reason = reason or reason_of_mention(reading, told.head, dated.unit, dated.expression)
    reason = reason or refusal(told, OF_ACT)
    told = _in_words(told)
    told = told if reason else _readable(told)
    told = _behind_pronoun(told, dated.unit)
    reason = reason or refusal(told, OF_TITLE)
    short = story.is_short
    lost = reason in NAMELESS and not short
    if reason in REDEEMED and not lost and len(reading.units) < TANGLED and (short or not told.described):
        told, reason = _as_written(told, reason, dated.expression)
    if reason in OF_WORDS and len(reading.units) < TANGLED and short:
        told, reason = _from_verb(told, reason, dated.expression)
    head, made = told.head, told.made
    if head.rule == "F3":
        return Draft(dated, reading, head, made, reason, (REPORTED,))
    sure = made.certain and head.certain and not is_unnamed(told)
    if dated.expression.relation == "until" and not reason:
        made = with_end(reading, head, dated.unit, made)
    if not reason:
        made = with_exception(reading, head, dated.unit, made)
        reason = "" if made.text else "exception-lost"
    if not reason:
        made = with_plan(reading, head, made)
        made = with_since(reading, dated.unit, made)
        reason = "" if made.text else "comparison-lost"
    if not reason:
        made = without_open_act(reading, dated.unit, made)
    return Draft(dated, reading, head, made, reason, () if sure else ("plain-cut",))


def _titled(story: Story, reading: Reading, head: Attachment, date: int) -> Candidate:
    """Returns the title of a head, or of the verb above a noun whose own title says too little."""
    clause = reading.clauses[head.clause]
    off = cancelled(reading, clause) if head.kind == "verb" else None
    if off is not None:
        return Candidate(story, reading, head, called_off_title(story, reading, clause, off), off=True)
    made = (
        sayings.first_person_title(story, reading, head, date)
        or member_title(story, reading, head, date)
        or title(story, reading, head, date)
    )
    told = Candidate(story, reading, head, made)
    brief = told.short or (_is_wanted(reading, head) and not stands_alone(made))
    if not brief or head.kind != "noun" or clause.verb < 0 or head.rule == "D8" or _of_other_time(told):
        return told
    verb = Attachment(head.clause, clause.verb, "verb", "D6")
    return Candidate(story, reading, verb, title(story, reading, verb, date))


def _in_words(told: Candidate) -> Candidate:
    """Puts the clause's own words in the place of a title of one word (T16)."""
    if not told.short:
        return told
    words = clause_words(told.reading, told.head) or told.made.text
    return replace(told, made=replace(told.made, text=words, certain=False))


def _readable(told: Candidate) -> Candidate:
    """Puts a plain cut in the place of a title that does not read well or names no doer."""
    if told.off:
        return told
    well = is_wellformed(told.reading, told.clause, told.made)
    if told.described or (well and not is_unnamed(told)):
        return replace(told, cut=not well)
    plain = plain_title(told.story, told.reading, told.head)
    if well and not says_enough(told.reading, told.clause, plain):
        return replace(told, made=replace(told.made, certain=False))
    return replace(told, made=plain, cut=not well)


def _as_written(told: Candidate, reason: str, date: TimeExpression) -> tuple[Candidate, str]:
    """Puts the clause as it stands in the place of a title that could not be made, where it says enough: in a short
    sentence the date is hardly ever in doubt, only the wording."""
    made = title_as_written(told.reading, told.head)
    adrift = reason == "no-doer" and (is_of_unknown(told) or told.clause.kind not in _FINITE)
    adrift = adrift or not _holds_the_act(told, made)
    if adrift or len(made.text.split()) < FEWEST_WORDS - 1 or not may_stand_as_written(told.reading, told.head, date):
        return told, reason
    doer = subject(told.reading, told.clause) if told.head.kind == "verb" else None
    body = doer is not None and doer.entity is not None and doer.entity.kind in ("organisation", "country")
    half = body and waits(told.reading, told.clause, made)
    sourced = word(made.text.split()[0]).stem in _SOURCES  # بحسب │ ما نقلته الوكالة أمس
    if stops_short(told.reading, made) or half or sourced or _opens_in_ma(made) or _tells_of_ma(told):
        return told, reason
    return replace(told, made=made), ""


def _from_verb(told: Candidate, reason: str, date: TimeExpression) -> tuple[Candidate, str]:
    """Puts the clause from its verb on in the place of a title that could not be made, in a short text, which seldom
    gives a day without telling what happened then and to whom (ثم │ احتجبت نهائيا في 30 نوفمبر 1967)."""
    verb = told.verb
    if verb is None:
        said = len(told.made.text.split()) > 1 and not _opens_in_ma(told.made) and not _began_then(told)
        return (told, "") if said and reason in OF_NOUNS else (told, reason)
    if reason == "first-person" or verb.person in ("1s", "1p"):
        return _as_quoted(told, reason)
    adrift = reason == "no-doer" and (is_of_unknown(told) or told.clause.kind not in _FINITE | {"before"})
    if adrift or tells_usual(told.reading, told.head, date) or _tells_of_ma(told):
        return told, reason
    made = title_from_verb(told.reading, told.head)
    last = word(made.text.split()[-1]) if made.text else None
    brief = last is not None and len(made.text.split()) == 2
    back = last is not None and "preposition-bound" in last.classes  # سرقت │ منه
    owned = last is not None and last.pronoun and not last.definite  # التي بدأ │ بيعها
    unclear = told.clause.kind in ("relative", "provided") or verb.person == "3mp"  # أعلنوا │ إصابته
    owned = brief and (back or (owned and unclear))
    if len(made.text.split()) < 2 or owned or _opens_in_ma(made):
        return told, reason
    return replace(told, made=made), ""


def _as_quoted(told: Candidate, reason: str) -> tuple[Candidate, str]:
    """Puts who spoke last, or whom the text is about, before what a first person tells of himself in a quotation whose
    speaker is not clear (قالت الفائزة لصحيفة …: «سأزور القاهرة في يناير»)."""
    if told.clause.frame < 0 or not told.made.text:
        return told, reason
    reading = told.reading
    frames = (c for c in reading.clauses[: told.clause.number] if c.verb >= 0)
    said = next((c for c in frames if reading.units[c.verb].word.speech is not None), None)
    named = phrase_of(reading, said) if said is not None else None
    about = hero(told.story) if named is None else None
    told_of = of_phrase(told.story, reading, named) if named is not None else about
    speaks = told_of is not None and (told_of.person or named is not None)
    who = told_of.words if told_of is not None and speaks else last_speaker(told.story, reading.number)
    if who is None:
        return told, reason
    words = told.made.text.split()[: max(6, MOST_WORDS - len(who.split()))]
    return replace(told, made=replace(told.made, text=f"{who}: {' '.join(words)}")), ""


def _opens_in_ma(made: Title) -> bool:
    """Tells whether a title opens with ما behind a preposition, which names nothing (لما يتم تداوله)."""
    return made.text.split()[0] in ("لما", "بما", "مما", "عما", "فيما")


def _tells_of_ma(told: Candidate) -> bool:
    """Tells whether a clause describes what ما stands for, which it does not name (بحسب │ ما تم ترتيبه, وهو │ ما دعا
    البلدية إلى …)."""
    clause, units = told.clause, told.reading.units
    if told.head.kind != "verb":
        return False
    opener = units[clause.opener].word.stem if clause.opener >= 0 else ""
    before = units[clause.verb - 1].word.stem if clause.verb > 0 else ""
    if clause.kind == "which":
        return before == "ما"
    done = told.verb is not None and told.verb.title_head == "light"
    return clause.kind == "relative" and done and opener in ("ما", "لما", "بما", "مما", "عما", "فيما")


def _holds_the_act(told: Candidate, made: Title) -> bool:
    """Tells whether a clause as written tells of the act that has the date: not where it ends before the act, or tells
    what speaks for it."""
    head = told.head
    if (head.rule == "D8" and sets_against(told.reading, head.unit - 1)) or _of_other_time(told):
        return False  # صعد السهم رغم │ تراجع أرباحه في الربع الأول
    if _began_then(told):
        return False
    if head.kind != "verb" and made.text.startswith(_COMES):
        return False  # جاء ذلك بعد │ لقائه الوزير أمس
    return head.kind != "noun" or (head.unit in made.order and not makes_likely(told.reading, told.clause))


def _began_then(told: Candidate) -> bool:
    """Tells whether a date is that of what its clause only tells since when (حظي المهرجان منذ │ انطلاقه أمس بإقبال)."""
    head = told.head
    return head.rule == "D8" and head.unit > 0 and told.reading.units[head.unit - 1].word.stem == "منذ"


def _of_other_time(told: Candidate) -> bool:
    """Tells whether an act has the day that a verb of what is to come cannot have (سيغيب سالم لإصابة │ أمس)."""
    verb = told.reading.units[told.clause.verb].word.verb if told.clause.verb >= 0 else None
    return told.head.kind == "noun" and told.head.rule == "D17" and verb is not None and verb.future


def _behind_pronoun(told: Candidate, date: int) -> Candidate:
    """Puts the act that follows something in the place of its verb (تعقبها │ مراسم توقيع الاتفاق)."""
    if not points_back(told):
        return told
    reading, head = told.reading, told.head
    after = reading.units[head.unit + 1].word if head.unit + 1 < len(reading.units) else None
    if after is None or after.act is None or after.definite or after.prefix:
        return told
    act = Attachment(head.clause, head.unit + 1, "noun", "D10")
    return replace(told, head=act, made=title(told.story, reading, act, date))


def _is_wanted(reading: Reading, head: Attachment) -> bool:
    """Tells whether an act is what a present wants, whose own title tells more (يطالب المجلس بخفض عددها)."""
    verb = reading.units[reading.clauses[head.clause].verb].word.verb
    return head.rule == "D10" and verb is not None and verb.aspect == "imperfect"


def _said(story: Story, reading: Reading, dated: DatedUnit, head: Attachment, content: Clause) -> Draft:
    """§7 rows 20, 21, 23: a dated report frame."""
    if sayings.is_dated(reading, content):
        made = sayings.statement_title(story, reading, head, content)
        return Draft(dated, reading, head, made, "content-dated")
    if sayings.tells_an_act(reading, content):
        inner = Attachment(content.number, content.verb, "verb", "D4")
        made = title(story, reading, inner, dated.unit)
        if len(made.text.split()) > 2 and not lacks_plural_doer(Candidate(story, reading, inner, made)):
            return Draft(dated, reading, inner, made, doubts=(REPORTED,))
    made = sayings.statement_title(story, reading, head, content)
    said = made.text.partition(":")[2].split()
    tells = any(known.verb is not None or known.act is not None for known in map(word, said))
    told = content.opener + 1  # أن ما وصل إليه المجرمون … │ يوجب وقوف الجميع
    what = 0 < told < len(reading.units) and reading.units[told].word.stem == "ما" and content.verb > told
    half = content.kind == "complement" and (content.verb < 0 or what)
    half = half and any(c.kind == "relative" and c.parent == content.number and c.verb >= 0 for c in reading.clauses)
    last = max(made.units, default=content.verb)  # نمو الموانئ في الإقليم │ يعد …
    half = half or (last < content.verb and not any(reading.units[k].is_mark for k in range(last, content.verb)))
    half = half or _breaks_at_which(reading, made) or _says_this(said)
    whole = content.verb >= 0 and len(said) == 2 and reading.units[content.verb].word.verb is not None
    reason = "nothing-said" if (len(said) < 3 and not whole) or half or not tells else ""
    return Draft(dated, reading, head, made, reason, (SAYING,))


def _says_this(said: list[str]) -> bool:
    """Tells whether a saying is about a this without a noun (هذا │ يثير قلق الشركات)."""
    words = [word(text) for text in said[:2]]
    verb = words[1].verb if len(words) > 1 and "demonstrative" in words[0].classes else None
    return verb is not None and not (verb.ambiguous or verb.guessed)


def _breaks_at_which(reading: Reading, made: Title) -> bool:
    """Tells whether a short saying ends in a definite noun before the relative clause that says which is meant (الحل
    يكمن في الكيفية │ التي …)."""
    last = max(made.units, default=-1)
    if last < 0 or last + 1 >= len(reading.units) or len(made.text.partition(":")[2].split()) > _BRIEF_SAYING:
        return False
    after = reading.units[last + 1].word
    return "relative" in after.classes and not after.lead and reading.units[last].word.definite
