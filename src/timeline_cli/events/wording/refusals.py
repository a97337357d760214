"""Why a title tells of no event, as a table of named checks (docs/events.md §3.2, §7)."""

from __future__ import annotations

from timeline_cli.events.doers.antecedents import describes_noun
from timeline_cli.events.doers.carried import IMPERSONAL
from timeline_cli.events.doers.forms import is_highness
from timeline_cli.events.doers.idioms import tells_idiom
from timeline_cli.events.doers.possible import doer_possible
from timeline_cli.events.doers.subjects import subject
from timeline_cli.events.reading import Reading
from timeline_cli.events.telling.attribution import attribution
from timeline_cli.events.telling.sources import of_source_phrase, of_tail
from timeline_cli.events.wording.bonds import results
from timeline_cli.events.wording.candidate import Candidate, Check, is_unnamed
from timeline_cli.events.wording.certainty import TANGLED
from timeline_cli.events.wording.composing import Title
from timeline_cli.events.wording.figures import changes_without_figure, moves_unnamed, wants_figure
from timeline_cli.events.wording.plain import clause_words
from timeline_cli.events.wording.wellformed import says_enough
from timeline_cli.lexicon.index import cues
from timeline_cli.text.words import Word, word

_FEW = 4
_GOES_ON = frozenset({"main", "and", "then"})
_SOURCES = cues("sources")
_PARTS = cues("parts-of")
_FIRST_PERSON = cues("first-person")
_WE = cues("we")
_LATTER = cues("the-latter")
_THEIRS = frozenset({"ه", "ها", "هما", "هم", "هن"})
_GAMES = cues("games")
_ANNOUNCED = frozenset({"معلن", "معلنه"})
_OF_MINE = frozenset({"أنني", "أني", "أنّي", "أننا", "بأنني", "بأننا"})
_TO_YOU = frozenset({"كنت", "كنتم", "كنتي"})


def refusal(candidate: Candidate, checks: tuple[tuple[str, Check], ...]) -> str:
    """Returns the code of the first check that holds of a candidate, empty where none does."""
    return next((code for code, check in checks if check(candidate)), "")


def _is_private(candidate: Candidate) -> bool:
    """Tells whether a first person tells the act, or tells it of himself and his readers, outside any speech whose
    speaker is known (columns, poems)."""
    reading, head, verb = candidate.reading, candidate.head, candidate.verb
    before = reading.units[head.unit - 1].word.stem if head.unit else ""
    first = verb is not None and (verb.person in ("1s", "1p") or (verb.base.endswith("ت") and before in _FIRST_PERSON))
    clause = candidate.clause
    passive = verb is not None and verb.passive and subject(reading, clause) is None
    first = first or (passive and _may_be_mine(candidate))  # فوجئت برسالة
    first = first or (clause.frame < 0 and any(reading.units[k].word.stem in _TO_YOU for k in clause.units[:2]))
    first = first or (clause.frame < 0 and any(reading.units[k].word.stem in _WE for k in clause.units))
    if not first or candidate.story.in_quotation(reading.number):
        return False
    who = attribution(candidate.story, reading, head)
    by_the_way = clause.frame < 0 and of_tail(candidate.story, reading, head.clause) is None
    return who is None or (by_the_way and who == of_source_phrase(candidate.story, reading, head.unit))


def _is_of_nobody(candidate: Candidate) -> bool:
    """Tells whether a title begins with a verb that the text gives a doer elsewhere, if at all (row 35). In a short
    sentence a reader finds him nearby, so that three words of title are enough."""
    reading, head = candidate.reading, candidate.head
    if candidate.off:
        return False
    if head.kind == "verb" and moves_unnamed(candidate):
        return True
    if not is_unnamed(candidate):
        return False
    if candidate.clause.kind == "which":
        return candidate.opens
    if not candidate.opens:
        return False
    verb = candidate.verb
    short = len(reading.units) < TANGLED and candidate.clause.kind in _GOES_ON and not _may_be_mine(candidate)
    if short and len(candidate.made.text.split()) > 2 and not (verb is not None and verb.kinds & {"economy"}):
        return False
    if verb is not None and verb.title_head == "effect":
        return True
    clause = candidate.clause
    behind = [k for k in clause.units if k > head.unit and reading.units[k].date < 0 and not reading.units[k].is_mark]
    after = reading.units[behind[0]].word if behind else None
    impersonal = verb is not None and verb.lemma in IMPERSONAL and after is not None
    if impersonal and after is not None and (after.preposition or after.prefix or "preposition-bound" in after.classes):
        return False
    return not doer_possible(reading, behind, verb)


def _tells_of_noun_before(candidate: Candidate) -> bool:
    """Tells whether a title begins with a verb that describes an indefinite plural behind من, which it does not name
    (كانت واحدة من شركات │ تخوض حربا)."""
    head, clause, units = candidate.head, candidate.clause, candidate.reading.units
    if head.kind != "verb" or clause.kind == "relative" or not candidate.opens or candidate.made.named:
        return False
    governed = head.unit > 1 and units[head.unit - 2].word.stem == "من"
    return governed and describes_noun(candidate.reading, clause) and subject(candidate.reading, clause) is None


def _is_of_unnamed_speaker(candidate: Candidate) -> bool:
    """Tells whether a first person acts in a title that does not name who speaks (أنبه الحكومة)."""
    verb = candidate.verb
    units, k = candidate.reading.units, candidate.head.unit + 1
    mine = k < len(units) and units[k].word.stem in _OF_MINE and candidate.head.kind == "verb"  # أعتقد │ أنني
    first = verb is not None and (verb.person in ("1s", "1p") or mine) and candidate.opens
    return first and ":" not in candidate.made.text


def is_of_unknown(candidate: Candidate) -> bool:
    """Tells whether not even a reader knows from the sentence who or what is meant: a figure that rose or fell, what a
    first person may tell."""
    verb = candidate.verb
    figure = verb is not None and bool(verb.kinds & {"economy"})
    figure = figure and any(character.isdigit() for character in candidate.made.text)
    return figure or moves_unnamed(candidate) or _may_be_mine(candidate)


def _may_be_mine(candidate: Candidate) -> bool:
    """Tells whether a perfect in ت opens its sentence, if not a date before it, and no woman or body is named before
    it: a first person writes so as well (شاهدت برنامجا)."""
    verb, reading = candidate.verb, candidate.reading
    before = reading.units[: candidate.head.unit]
    opens = all(unit.date >= 0 or unit.is_mark or unit.word.stem == "في" for unit in before)
    lead = reading.units[candidate.head.unit].word.lead
    if not opens or lead or verb is None or verb.aspect != "perfect":
        return False
    numbers = range(max(0, reading.number - 2), reading.number)
    named = (entity for number in numbers for entity in candidate.story.reading(number).entities)
    return verb.person == "3fs" and not any(entity.feminine for entity in named)


def lacks_plural_doer(candidate: Candidate) -> bool:
    """Tells whether a plural verb stands without its doer in its title (§3.2)."""
    made, verb = candidate.made, candidate.verb
    if verb is None and candidate.head.kind == "verb" and candidate.opens:
        word_ = candidate.reading.units[candidate.head.unit].word
        return word_.unknown and word_.stem.endswith("ن")  # وقد تعرضن لـ…
    if verb is not None and verb.person in ("3md", "3fd") and not made.named:
        return candidate.opens and subject(candidate.reading, candidate.clause) is None
    if verb is None or verb.person != "3mp" or made.named:
        return False
    return made.text.split()[0].endswith(("وا", "ون")) or (bool(verb.pronoun) and candidate.opens)


def _dies_unnamed(candidate: Candidate) -> bool:
    """Tells whether a title says that somebody died or was born and not who (توفي في مستشفى في كراتشي)."""
    made, verb = candidate.made, candidate.verb
    if verb is None or not verb.kinds & {"death", "birth"} or not is_unnamed(candidate):
        return False
    second = made.order[1] if len(made.order) > 1 else -1
    if second < 0:
        return False
    word = candidate.reading.units[second].word
    if verb.lemma == "رحل" and word.stem in ("إلى", "من"):
        return False
    asked = {word.stem, word.prefix} & verb.prepositions and "birth" not in verb.kinds
    return not asked and (word.preposition or bool(word.prefix))


def points_back(candidate: Candidate) -> bool:
    """Tells whether a title opens with a verb whose pronoun means something that the title does not name (أعدها
    المدير)."""
    reading, head, made, verb = candidate.reading, candidate.head, candidate.made, candidate.verb
    if verb is None or verb.pronoun not in ("ه", "ها", "هما", "هم", "هن") or tells_idiom(reading, candidate.clause):
        return False
    opens = candidate.opens and not made.named and head.unit > 0
    before = reading.units[head.unit - 1]
    described = before.is_comma or not (before.date >= 0 or before.is_mark or before.word.is_function)
    described = described and (before.is_comma or not before.word.definite)  # بعد الحرب │ اقتحمها الثوار
    described = described and not reading.units[head.unit].word.lead
    return opens and described and made.text.split()[0].endswith(verb.pronoun)


def _says_nothing(candidate: Candidate) -> bool:
    """Tells whether a title of two words names nothing (نزاع مستمر), or the date took what an act was done to (تسديد │
    شهر مايو)."""
    if any(_lost_object(candidate.reading, k) for k in candidate.made.order[:2]):
        return True
    words = [word(text) for text in candidate.made.text.split()]
    order, units = candidate.made.order, candidate.reading.units
    if candidate.head.kind == "noun" and len(order) > 1 and order[1] == order[0] + 1 and results(units[order[1]].word):
        return True  # للدور الثاني من البطولة │ ليلاقي
    if candidate.head.kind != "noun" or len(words) > 2:
        return False
    return not any(w.definite or w.number or w.place or w.given or w.unknown for w in words)


def _of_part_alone(candidate: Candidate) -> bool:
    """Tells whether a part of something that is not told is all that a verb has (غادرت دفعة)."""
    words = [word(text) for text in candidate.made.text.split()]
    alone = candidate.head.kind == "verb" and len(words) == 2 and words[1].core in _PARTS
    return alone and not (words[1].definite or words[1].pronoun)


def _of_unknown_data(candidate: Candidate, words: list[Word]) -> bool:
    """Tells whether a few words name data or reports that nobody is said to have issued (بعد │ بيانات مخيبة للآمال)."""
    act = words[0].act if words else None
    if act is None or act.kind != "statement" or not act.plural or len(words) > _FEW or candidate.made.named:
        return False
    told = any(w.definite and not w.prefix for w in words) or any(w.place or w.given or w.unknown for w in words)
    return not (told or words[0].definite or words[0].pronoun)


def _lacks_owner(candidate: Candidate) -> bool:
    """Tells whether whose it is what an act was done to is only a pronoun (بدء هجومهم): no style of rank (زيارة
    سموه)."""
    made, units = candidate.made, candidate.reading.units
    if candidate.head.kind != "noun" or made.named or len(made.order) < 2 or made.order[1] != made.order[0] + 1:
        return False
    act, word = units[made.order[0]].word, units[made.order[1]].word
    owned = word.pronoun in _THEIRS and not (word.definite or word.prefix or word.lead or is_highness(word))
    plain = act.act is not None and not act.definite and not act.pronoun
    return owned and plain and candidate.reading.entity_over(made.order[1]) is None


def _lost_object(reading: Reading, k: int) -> bool:
    """Tells whether a date is what an act was done to, so that its title lacks it."""
    word, after = reading.units[k].word, reading.units[k + 1] if k + 1 < len(reading.units) else None
    bare = word.act is not None and "attribute-noun" in word.core_classes and not word.definite and not word.pronoun
    return bare and after is not None and after.date >= 0 and not after.preposition and not after.lead


def _tells_no_act(candidate: Candidate) -> bool:
    """Tells whether the title of a participle, or of a clause without verb and act, does not begin with an act, a
    document or a verb (D2)."""
    head = candidate.head
    words = [word(text) for text in candidate.made.text.split()] or [word("")]
    first = words[0]
    if head.kind == "noun" and head.rule == "D8" and _of_unknown_data(candidate, words):
        return True
    if head.kind == "nominal" and first.definite and "superlative" in first.core_classes:
        return True  # وكان │ الأكثر تداولا
    if head.kind != "participle" and (head.kind != "nominal" or head.certain):
        return False
    units = candidate.reading.units
    since = any(units[k].date >= 0 and units[k].preposition == "منذ" for k in candidate.clause.units)
    if since and any("still" in units[k].word.classes for k in candidate.clause.units[:2]):
        return False  # لا تزال الكهرباء مقطوعة منذ مساء الجمعة
    known = word((candidate.made.text.split() or [""])[0])
    if head.kind == "participle" and units[head.unit].word.core in _ANNOUNCED:
        return known.act is None  # لائحة الوظائف المعلنة
    listed = known.core_classes & {"era-noun", "statement-noun", "attribute-noun"}
    return not (known.act is not None or known.verb is not None or bool(listed) or known.core in _GAMES)


def stands_alone(made: Title) -> bool:
    """Tells whether a title can stand alone (T16): no relative word near its start or at its end, something named
    in it."""
    words = [word(text.strip('«»“”":،()')) for text in made.text.split()]
    early = words[: 3 if made.certain else 1]
    if any("relative" in known.classes for known in [*early, *words[-1:]]) or any(
        known.stem in _SOURCES for known in words[:1]
    ):
        return False
    if len(words) > 2 and words[0].verb is not None and words[1].stem == "ما" and words[2].preposition:
        return False  # حدث ما من تطورات
    if words and (made.text.split()[0].endswith("اً") or (words[0].stem == "ما" and _describes_thing(words[1:2]))):
        return False
    return any(_names(known) for known in words[1:])


def _describes_thing(behind: list[Word]) -> bool:
    """Tells whether ما opens a relative clause before a word, not a denial (ما يعيشه البلد)."""
    return bool(behind) and behind[0].verb is not None and behind[0].stem.endswith(("ه", "ها"))


def _names(known: Word) -> bool:
    """Tells whether a word of a title names something by itself."""
    if known.pronoun and not known.definite:
        return False
    listed = known.definite or known.place or known.known_noun or known.given or known.common
    return bool(listed) or not (known.verb or known.is_function)


def _is_short_phrase(candidate: Candidate) -> bool:
    """Tells whether the noun behind بعد, قبل that took the date stands alone (بعد الفوز)."""
    return candidate.short and candidate.head.rule == "D8"


def _has_no_title(candidate: Candidate) -> bool:
    """Tells whether a relative clause describes what cannot be said as an act."""
    return candidate.described and not candidate.made.text


def _has_no_verb(candidate: Candidate) -> bool:
    """Tells whether a participle or what stands before a bracket gave one word."""
    return candidate.short and candidate.head.kind in ("participle", "bracket")


def _has_no_words(candidate: Candidate) -> bool:
    """Tells whether not even the whole clause makes a title."""
    words = clause_words(candidate.reading, candidate.head) or candidate.made.text
    return candidate.short and len(words.split()) < 2


def _reads_badly(candidate: Candidate) -> bool:
    """Tells whether a title that is not well-formed has no plain cut that says enough in its place."""
    if not candidate.cut:
        return False
    return candidate.described or not says_enough(candidate.reading, candidate.clause, candidate.made)


def _of_the_latter(candidate: Candidate) -> bool:
    """Tells whether the doer of a title of a long text is only the one named last (تجاوز │ الأخير سيارة الحارس)."""
    if candidate.story.is_short:
        return False
    order, units = candidate.made.order, candidate.reading.units
    return candidate.verb is not None and candidate.opens and len(order) > 1 and units[order[1]].word.stem in _LATTER


def _tells_twice(candidate: Candidate) -> bool:
    """Tells whether a second statement was taken into a title (… وذلك …)."""
    return any(word(text).stem == "وذلك" for text in candidate.made.text.split()[1:])


def _cannot_stand_alone(candidate: Candidate) -> bool:
    """Tells the opposite of `stands_alone`, as a check; nor does ما, which says what came before (وهو │ ما دعا …), nor
    a saying of which only says where it was said (قال الاتحاد في بيان)."""
    of_before = candidate.clause.kind == "which" and candidate.made.text.startswith("ما ")
    return of_before or _says_where(candidate) or not stands_alone(candidate.made)


def _says_where(candidate: Candidate) -> bool:
    speech = candidate.reading.units[candidate.clause.verb].word.speech if candidate.clause.verb >= 0 else None
    if candidate.head.kind != "verb" or speech is None or speech.act or speech.complements.isdisjoint({"أن", "إن"}):
        return False
    words = candidate.made.text.split()
    return len(words) > 2 and words[-2] == "في" and "statement-noun" in word(words[-1]).classes


OF_ACT: tuple[tuple[str, Check], ...] = (
    ("short-phrase", _is_short_phrase),
    ("no-title", _has_no_title),
    ("no-verb", _has_no_verb),
    ("no-words", _has_no_words),
    ("first-person", _is_private),
)
"""Why what a date tells gets no title, in the order in which the checks are asked: code and check."""

OF_TITLE: tuple[tuple[str, Check], ...] = (
    ("part-alone", _of_part_alone),
    ("not-wellformed", _reads_badly),
    ("no-doer", _is_of_nobody),
    ("change-without-figure", changes_without_figure),
    ("names-nothing", _says_nothing),
    ("owner-unnamed", _lacks_owner),
    ("tells-no-act", _tells_no_act),
    ("points-back", points_back),
    ("the-latter", _of_the_latter),
    ("dead-unnamed", _dies_unnamed),
    ("two-statements", _tells_twice),
    ("cannot-stand-alone", _cannot_stand_alone),
    ("no-plural-doer", lacks_plural_doer),
    ("figure-missing", wants_figure),
    ("of-noun-before", _tells_of_noun_before),
    ("speaker-unnamed", _is_of_unnamed_speaker),
)
"""Why a title tells of no event: the same for the title, once it reads as well as it can."""

REDEEMED = frozenset(
    {"no-title", "not-wellformed", "no-doer", "cannot-stand-alone", "points-back", "no-plural-doer", "names-nothing"}
    | {"change-without-figure", "short-phrase"}
)
"""Codes that speak of the words of a title alone: the date is that of an act, which its sentence tells as it stands."""

NAMELESS = frozenset({"no-doer", "no-plural-doer"})
"""Codes of titles whose doer is not told: in a long text nobody finds him near."""

OF_NOUNS = frozenset({"no-title", "not-wellformed", "cannot-stand-alone", "short-phrase", "no-verb"})
OF_WORDS = REDEEMED | OF_NOUNS | {"figure-missing", "first-person", "owner-unnamed"}
"""Codes that are given up in short texts, whose dates hardly ever tell nothing; the first of them for nouns as well."""
