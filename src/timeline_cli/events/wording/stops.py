"""Where the words of a clause stop belonging to its title (docs/events.md §3.1, T8, T9)."""

from __future__ import annotations

from itertools import pairwise

from timeline_cli.events.doers.phrases import is_nominal
from timeline_cli.events.reading import Reading
from timeline_cli.events.wording.trim import FEWEST_WORDS
from timeline_cli.lexicon.index import cues
from timeline_cli.text.finite_verbs import is_verb
from timeline_cli.text.joints import measures
from timeline_cli.text.listed import verbs_of
from timeline_cli.text.tokens import DASHES, DOUBLE_QUOTES, Unit
from timeline_cli.text.words import Word

_HINDERS = cues("hinders")


def one_side(reading: Reading, chosen: list[int], place: int) -> bool:
    """Tells whether a comma stands between the two sides of بين (بين أهالي القرية، وحراس المصنع)."""
    units = reading.units
    after = units[chosen[place + 1]] if place + 1 < len(chosen) else None
    if after is None or after.date >= 0 or after.word.lead != "و" or not is_nominal(after):
        return False
    for k in reversed(chosen[max(0, place - 7) : place]):
        if units[k].word.lead or units[k].is_mark:
            return False
        if units[k].word.stem == "بين":
            return not is_verb(units, chosen[place + 1], False)
    return False


def breaks_off(reading: Reading, chosen: list[int], place: int, words: int) -> bool:
    """Tells whether an insertion begins at a unit before the object, which a title leaves out up to the object."""
    units, k = reading.units, chosen[place]
    if place and words >= FEWEST_WORDS and relative_between(reading, chosen[place - 1], k):
        return True
    return units[k].is_mark and not units[k].is_comma and stops_at_mark(reading, chosen, place, words)


def of_hindered(reading: Reading, first: int, k: int, home: int) -> bool:
    """Tells whether a unit begins what the act that a title tells is said not to have hindered (لم يمنع وصول العاصفة │
    من إقامة الحفل)."""
    if home < 0 or reading.units[k].word.stem not in ("من", "دون") or not 0 < reading.clauses[home].verb < first:
        return False
    verb = reading.units[reading.clauses[home].verb].word.verb
    return verb is not None and not _HINDERS.isdisjoint(verb.lemma.split("|"))


def says_more(units: list[Unit], k: int) -> bool:
    """Tells whether a participle of speech goes on without its comma, behind a date (… أمس مؤكدة على أن) or right
    before what it says (… بانتهاك سيادتها │ قائلة إن)."""
    speech = units[k].word.speech
    if speech is None or speech.aspect != "participle" or units[k].word.definite:
        return False
    says = k + 1 < len(units) and "complementizer" in units[k + 1].word.classes
    return units[k - 1].date >= 0 or (says and speech.sense == "hal")


def will_be(units: list[Unit], k: int) -> bool:
    """Tells whether a copula says the date of a noun (لقاء ودي في الميناء │ سيكون غدا)."""
    after = units[k + 1] if k + 1 < len(units) else None
    return units[k].word.stem in ("سيكون", "ستكون", "يكون", "تكون") and after is not None and after.date >= 0


def denies_anew(reading: Reading, chosen: list[int], place: int, home: int) -> bool:
    """Tells whether a negated verb goes on with something else behind a date (… منذ عامين وللأسف لا نعرف مصيره)."""
    k = chosen[place]
    if home < 0 or reading.clause_of[k] != home or k <= reading.clauses[home].verb:
        return False
    word = reading.units[k].word
    denied = "negation" in word.classes
    after = denied or (place + 1 < len(chosen) and "negation" in reading.units[chosen[place + 1]].word.classes)
    if not after:
        return False
    dated = any(reading.units[j].date >= 0 for j in range(reading.clauses[home].verb, k))
    return dated and (denied or word.lead == "و")


def stray_verb(reading: Reading, k: int, home: int) -> bool:
    """Tells whether a second finite verb of the same clause begins here, which the clause split did not explain."""
    unit = reading.units[k]
    verb = unit.word.verb
    if home < 0 or reading.clause_of[k] != home or verb is None or verb.ambiguous or verb.guessed or unit.word.given:
        return False
    clause = reading.clauses[home]
    if "ً" in unit.text or k <= clause.verb or clause.verb < 0 or unit.word.definite or unit.word.office is not None:
        return False
    before = reading.units[k - 1].word
    if unit.word.pronoun and before.act is not None and not before.definite and before.verb is None:
        return False  # تمديد عقدها
    first = reading.units[clause.verb].word
    if before.classes & {"complementizer", "negation", "aspect"} or first.classes & {"phase", "become", "modal"}:
        return False
    if measures(reading.units, k):
        return False  # إلى ما │ يقارب 6 ملايين
    after = reading.units[k + 1] if k + 1 < len(reading.units) else None
    counted = after is not None and after.is_number and not (before.definite or unit.word.lead)
    if counted and (verb.aspect == "imperfect" or before.core == "عمر"):
        return False  # عن عمر │ يناهز 90 عاما, ناهز 90
    return is_verb(reading.units, k, False)


def follows_then(reading: Reading, k: int, home: int) -> bool:
    """Tells whether ثم goes on with a further act, also of two, whose form no list holds (أطلقا النار │ ثم لاذا
    بالفرار)."""
    after = reading.units[k + 1] if k + 1 < len(reading.units) else None
    if reading.units[k].word.stem != "ثم" or after is None or home < 0 or reading.clauses[home].verb < 0:
        return False
    dual = verbs_of(after.word.fold.removesuffix("ا")) if after.word.fold.endswith("ا") else ()
    return after.date < 0 and not after.word.definite and (after.word.verb is not None or bool(dual))


def stray_copula(reading: Reading, k: int, home: int) -> bool:
    """Tells whether كان or ليس goes on with something else behind the words of a verbless clause, or behind a date."""
    word = reading.units[k].word
    if word.stem in ("هو", "هي") and word.lead == "" and home >= 0 and reading.clause_of[k] == home:
        before = reading.units[k - 1].word
        governed = before.is_function or before.bare == "ما"
        return 0 <= reading.clauses[home].verb < k and not governed  # زعيم عصابة يدعى سالم │ هو أول من …
    copula = "was" in word.classes or word.stem.startswith("ليس") or word.stem in ("سيكون", "ستكون", "يكون", "تكون")
    if not copula or home < 0 or reading.clause_of[k] != home:
        return False
    verb = reading.clauses[home].verb
    return verb < 0 or (verb < k and (reading.units[k - 1].date >= 0 or was_of_another(reading, k)))


def was_of_another(reading: Reading, k: int) -> bool:
    """Tells whether كان has a subject of its own behind it, no noun before it (… في المعرض، │ كانت الشركة تبيع)."""
    units = reading.units
    before, after = units[k - 1], units[k + 1] if k + 1 < len(units) else None
    if not units[k].word.stem.startswith("كان") or units[k].word.place or before.word.stem == "مهرجان" or after is None:
        return False
    if before.word.is_function or before.word.verb is not None or before.text in DOUBLE_QUOTES:
        return False
    owned = any(unit.word.verb is not None and unit.word.verb.pronoun for unit in units[k + 1 : k + 4])
    subject = is_nominal(after) and (after.word.definite or before.is_comma or reading.entity_at(k + 1) is not None)
    return subject and not owned


def relative_between(reading: Reading, before: int, k: int) -> bool:
    """Tells whether a relative clause without commas stood between two units, which ends the title."""
    return k > before + 1 and any(
        reading.clause_of[j] >= 0
        and reading.clauses[reading.clause_of[j]].kind in ("relative", "where", "while", "circumstance")
        and not reading.clauses[reading.clause_of[j]].between_commas
        for j in range(before + 1, k)
    )


def stops_at_mark(reading: Reading, chosen: list[int], place: int, words: int) -> bool:
    """Tells whether a title of so many words ends at a mark: not at commas around a date, a name or a short aside."""
    units = reading.units
    unit = units[chosen[place]]
    if unit.text in ".!?؟…:":
        return True
    if not (unit.is_comma or unit.text in DASHES):
        return False
    if glued_mark(units, chosen[place]):
        return False
    before = units[chosen[place - 1]] if place else None
    after = units[chosen[place + 1]] if place + 1 < len(chosen) else None
    if after is None:
        return True
    if after.date >= 0:
        return False
    near = [units[k].word for k in chosen[place + 1 : place + 3]]
    goes_on = near[0].lead == "و" and any(word.classes & {"negation", "still"} for word in near)
    if words > 1 and goes_on:
        return True  # بدأ الموسم، │ وما زال
    joined = after.word.lead == "و" and is_nominal(after) and not after.word.pronoun and after.word.verb is None
    if before is not None and before.date >= 0 and joined and words > 1 and unit.is_comma:
        return True
    if before is not None and before.date >= 0:
        return not _comma_before_dates(units, chosen, place) and words >= FEWEST_WORDS
    if _apposition(reading, chosen, place) or _short_aside(reading, chosen, place):
        return False
    return words >= FEWEST_WORDS


def _comma_before_dates(units: list[Unit], chosen: list[int], place: int) -> bool:
    k = place - 1
    while k >= 0 and units[chosen[k]].date >= 0:
        k -= 1
    return k < 0 or units[chosen[k]].is_comma or units[chosen[k]].text in DASHES


def _apposition(reading: Reading, chosen: list[int], place: int) -> bool:
    """Tells whether a comma opens or closes a name in apposition to an office (رئيس الديوان، فهد الخطيب،)."""
    k = chosen[place]
    around = (reading.entity_over(k - 1), reading.entity_over(k + 1))
    inside = reading.entity_over(k)
    if inside is not None:
        return True
    return all(entity is not None and entity.kind in ("person", "office") for entity in around) or (
        around[0] is not None
        and around[0].kind == "person"
        and any(reading.units[j].is_comma for j in range(max(0, k - 5), k))
    )


def _short_aside(reading: Reading, chosen: list[int], place: int) -> bool:
    """Tells whether a comma opens or closes a few nouns that say who the subject is (المتحدث، تيسير سالم، عن …)."""
    units = reading.units
    commas = [i for i in range(max(0, place - 6), min(len(chosen), place + 7)) if units[chosen[i]].is_comma]
    for first, second in pairwise(commas):
        if place not in (first, second) or not 2 <= second - first - 1 <= 5 or second + 1 >= len(chosen):
            continue
        inner = [units[k] for k in chosen[first + 1 : second]]
        named = bool(inner[0].word.given)
        names = all(is_nominal(unit) and not (unit.word.prefix or unit.word.lead) for unit in inner)
        names = names and (named or not any(unit.word.act for unit in inner))
        after = units[chosen[second + 1]].word
        goes_on = after.preposition or after.prefix == "ب" or after.stem in ("أن", "إن")
        noun = inner[0].word.verb is None or named
        if names and goes_on and noun and any(_may_be_name(unit.word) for unit in inner):
            return True
    return False


def _may_be_name(word: Word) -> bool:
    return bool(word.given) or word.unknown


def glued_mark(units: list[Unit], k: int) -> bool:
    """Tells whether a mark stands inside a figure or compound without blanks (2-1, 1911/1912)."""
    if not 0 < k < len(units) - 1:
        return False
    unit = units[k]
    return (
        units[k - 1].end == unit.start
        and units[k + 1].start == unit.end
        and not unit.is_comma
        and unit.text not in ".:"
    )


def comes_to_its_verb(reading: Reading, k: int, home: int) -> bool:
    """Tells whether what is said goes on to its verb behind a relative clause of its subject (أعلنت أن الحطام الذي عثر
    عليه │ يعود إلى السفينة)."""
    inner = reading.clauses[reading.clause_of[k]] if reading.clause_of[k] >= 0 else None
    return inner is not None and inner.kind == "complement" and inner.parent == home and inner.verb >= k
