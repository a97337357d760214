"""Who takes part in an act without being named in it: whom pronouns, offices, bare nouns and deeds mean (docs/events.md
§3.2, §4.5)."""

from __future__ import annotations

from collections.abc import Iterable

from timeline_cli.events.dating.attach import Attachment
from timeline_cli.events.doers.candidates import candidates
from timeline_cli.events.doers.naming import Antecedent, full_name_of
from timeline_cli.events.doers.subjects import subject
from timeline_cli.events.entities.entity import Entity
from timeline_cli.events.reading import Reading
from timeline_cli.events.story import Story
from timeline_cli.lexicon.index import cues
from timeline_cli.model import Name
from timeline_cli.text.clauses import Clause
from timeline_cli.text.words import Word

_SENTENCES_BACK = 6
_NEAR = 4
_TEAMS = cues("team")
_DECIDES = cues("decides")
_VOWS = cues("vow")
_OWNED = cues("of-body") - cues("seat")
_LOCAL = frozenset({"في", "داخل", "أمام", "قرب", "خارج", "عن", "على"})


def participant(story: Story, reading: Reading, entity: Entity) -> Name | None:
    """Returns a person, body or office phrase as a participant; an office that a person held before names the
    person."""
    if entity.kind == "person":
        return Name(story.names.name_of(reading.units, entity), "person")
    text = story.words(reading.units, entity.name_first, entity.name_end)
    if entity.kind == "organisation" and _board_of(reading, entity) > entity.first:
        first = _board_of(reading, entity)
        quoted = reading.units[first].text == "«" and reading.units[entity.end - 1].text == "»"
        return Name(story.words(reading.units, first + quoted, entity.end - quoted), "organisation")
    body = managed(story, reading, entity)
    if body is not None:
        return body
    if entity.kind == "organisation":
        text = story.names.name_of(reading.units, entity)
        text = story.names.fuller.get(text) or _longer(story, reading, entity, text)
        return Name(text.replace("« ", "«").replace(" »", "»").replace("“ ", "“").replace(" ”", "”"), "organisation")
    if entity.kind == "office":
        held = _minister(story, reading, entity) or next(
            (name for name, title in story.names.titles.items() if title == text), None
        )
        return Name(held or story.names.offices.get(text) or story.names.fuller.get(text, text), "person")
    return None


def _longer(story: Story, reading: Reading, entity: Entity, text: str) -> str:
    """Returns the longer name that the text gave a body before (نادي الأمل: نادي الأمل الرياضي), if only one does."""
    known = story.names.heads.get(reading.units[entity.first].word.core, set())
    longer = [name for name in known if name.startswith(f"{text} ")]
    return longer[0] if len(longer) == 1 and " " in text else text


def _board_of(reading: Reading, entity: Entity) -> int:
    """Returns the first unit of the body whose board acts for it (مجلس إدارة │ شركة النور), the entity's own first
    unit elsewhere."""
    opening = [unit.word.core for unit in reading.units[entity.first : entity.first + 2]]
    return entity.first + 2 if opening == ["مجلس", "اداره"] and entity.end > entity.first + 2 else entity.first


def managed(story: Story, reading: Reading, entity: Entity) -> Name | None:
    """Returns the body named in full before whose management acts for it (إدارة │ النادي); None for others."""
    if entity.end != entity.first + 2 or reading.units[entity.first].word.core != "اداره":
        return None
    full = full_name_of(story, reading, entity.first + 1, body=True) if entity.kind == "organisation" else None
    body = full.entity if full is not None else None
    if full is None or body is None or body.kind != "organisation" or body.bare or full.reading is reading:
        return None
    return Name(story.names.name_of(full.reading.units, body), "organisation")


def _minister(story: Story, reading: Reading, entity: Entity) -> str | None:
    """Returns the person named before whom an office with a nationality means (الوزير الكوري: وزير خارجية كوريا …)."""
    head, last = reading.units[entity.first].word, reading.units[entity.end - 1].word
    country = last.nationality["iso"] if last.nationality is not None else ""
    if not head.definite or not country or entity.end - entity.first != 2:
        return None
    for number in range(reading.number - 1, max(-1, reading.number - _SENTENCES_BACK), -1):
        before = story.reading(number)
        for person in before.entities:
            title = [unit.word for unit in before.units[person.first : person.name_first]]
            if person.kind == "person" and any(w.core == head.core for w in title) and _serves_country(title, country):
                return story.names.name_of(before.units, person)
    return None


def _serves_country(title: list[Word], country: str) -> bool:
    return any((row is not None and row["iso"] == country) for word in title for row in (word.place, word.nationality))


def is_generic(reading: Reading, entity: Entity) -> bool:
    """Tells whether a body is named by its kind only: القضاء, الفصائل المعارضة, الجمعية العمومية, اللجنة الوطنية."""
    head = reading.units[entity.first].word
    rest = [unit.word.core for unit in reading.units[entity.first + 1 : entity.end]]
    if head.core == "قضاء" and head.definite:
        return not rest
    if head.core == "سلطات":
        behind = reading.units[entity.first + 1 : entity.end]
        ruled = bool(behind) and behind[0].word.act is not None and behind[0].word.definite  # سلطات │ الانتداب
        return not ruled and not any(unit.word.nationality for unit in behind)
    if head.core == "معارضه":
        return not rest
    if head.core == "فصائل":
        return rest in ([], ["معارضه"], ["مسلحه"])
    if head.core == "جمعيه":
        return rest in (["عموميه"], ["عامه"])
    if head.core == "مجلس":
        return rest == ["اداره"]
    if head.core == "امانه":
        return rest == ["عامه"]
    return head.core == "لجنه" and head.definite and rest == ["وطنيه"]


def bare_meant(story: Story, reading: Reading, entity: Entity) -> Name | None:
    """Returns whom a head noun or an office alone means where it takes part (رسالة إلى │ اللجنة, استجوب المجلس │
    المدير): the body or person named in full before; None without one."""
    return named_before(story, reading, entity) if _takes_part(reading, entity) else None


def named_before(story: Story, reading: Reading, entity: Entity) -> Name | None:
    """Returns the body or holder of an office named in full before that a bare noun means, None without one."""
    if entity.end != entity.first + 1 or entity.plural or entity.kind not in ("organisation", "office"):
        return None
    office = reading.units[entity.first].word.office
    head = office is not None and "head" in office["family"] and reading.units[entity.first].word.definite
    if entity.kind == "office" and not head:
        return None
    full = full_name_of(story, reading, entity.first)
    wanted = "person" if entity.kind == "office" else "organisation"
    if full is None or full.entity is None or full.entity.kind != wanted:
        return None
    generic = wanted == "organisation" and (is_generic(full.reading, full.entity) or _is_site(full))
    return None if generic else participant(story, full.reading, full.entity)


def bare_doer(
    story: Story, reading: Reading, clause: Clause, head: Attachment, told: Iterable[Antecedent]
) -> Name | None:
    """Returns the body that the subject alone means though its noun heads no body by itself (تخطط │ المجموعة), or whose
    shares and returns it is (أدرجت │ أسهمها), if not one of those that the title tells of; None elsewhere."""
    doer = subject(reading, clause) if head.kind == "verb" and clause.verb >= 0 else None
    if doer is None or doer.entity is not None or doer.end != doer.first + 1:
        return None
    word = reading.units[doer.first].word
    full = full_name_of(story, reading, doer.first) if word.definite and not word.prefix else None
    if full is None and word.pronoun in ("ه", "ها") and word.core.removesuffix(word.pronoun) in _OWNED:
        feminine = word.pronoun == "ها"
        if any(who.feminine == feminine for who in told):
            return None
        bodies = (c for c in candidates(story, reading, clause) if _is_body(c) and c.feminine == feminine)
        full = next((body for body in bodies if not _rules(body)), None)
    if full is None or not _is_body(full) or full.entity is None:
        return None
    return participant(story, full.reading, full.entity)


def _rules(found: Antecedent) -> bool:
    """Tells whether a body is one of the state, which has no shares and returns (هبط سهمها: not of the prosecution)."""
    head = found.reading.units[found.first].word.organisation
    return head is not None and head["family"] in ("government", "court", "military")


def _is_body(found: Antecedent) -> bool:
    body = found.entity is not None and found.entity.kind == "organisation" and not found.entity.bare
    return body and not _is_site(found)


def _is_site(found: Antecedent) -> bool:
    """Tells whether a body is one that things happen at, a harbour or hospital."""
    head = found.reading.units[found.first].word.organisation
    return head is not None and head["family"] == "site"


def _takes_part(reading: Reading, entity: Entity) -> bool:
    """Tells whether a bare noun stands alone as who does or suffers something: behind a verb, an act or what is owned
    (أرباح │ البنك), no place, no genitive that only describes (موقع │ المؤسسة), no noun with an adjective."""
    word = reading.units[entity.first].word
    before = reading.units[entity.first - 1] if entity.first else None
    after = reading.units[entity.end] if entity.end < len(reading.units) else None
    described = (
        after is not None and after.date < 0 and after.word.definite and not (after.word.lead or after.word.prefix)
    )
    granted = word.prefix == "ل" and before is not None and before.word.verb is not None  # جددت │ للشركة رخصتها
    if word.prefix and not granted:
        return False
    if entity.end != entity.first + 1 or (described and before is not None and before.word.verb is None):
        return False
    if before is None or before.is_mark or before.date >= 0 or before.word.definite or before.word.act is not None:
        return True
    if before.word.preposition:
        return before.word.stem not in _LOCAL
    noun = before.word.verb is None and before.word.place is None
    noun = noun and bool(before.word.common or before.word.known_noun)
    return not noun or before.word.core in _OWNED


def team(story: Story, reading: Reading, entity: Entity) -> Name | None:
    """Returns the club that الفريق or النادي alone means: the one named last with نادي, فريق or منتخب."""
    if reading.units[entity.first].word.core not in _TEAMS or entity.end > entity.first + 1:
        return None
    full = full_name_of(story, reading, entity.first)
    if full is not None and full.entity is not None and full.entity.kind == "organisation":
        return participant(story, full.reading, full.entity)
    for number in range(reading.number - 1, max(-1, reading.number - _NEAR), -1):
        before = story.reading(number)
        for body in before.entities:
            if body.kind == "organisation" and not body.bare and before.units[body.first].word.core in _TEAMS:
                return participant(story, before, body)
    return None


def decider(story: Story, reading: Reading, clause: Clause, head: Attachment) -> Name | None:
    """Returns who decides or begins what a noun tells right behind him (قررت المؤسسة │ رفع الحظر): its doer."""
    verb = reading.units[clause.verb].word.verb if head.kind == "noun" and clause.verb >= 0 else None
    if verb is None or not set(verb.lemma.split("|")) & _DECIDES:
        return None
    doer = subject(reading, clause)
    if doer is None or doer.entity is None:
        return None
    if doer.end > head.unit or not _decided_next(reading, doer.end, head.unit):
        return None
    if doer.entity.bare:
        return team(story, reading, doer.entity) or named_before(story, reading, doer.entity)
    named = doer.entity.kind in ("person", "office")
    named = named or (doer.entity.kind == "organisation" and not is_generic(reading, doer.entity))
    return participant(story, reading, doer.entity) if named else None


def _decided_next(reading: Reading, end: int, act: int) -> bool:
    """Tells whether an act follows its decider, an insertion between commas and what is done with it at most between
    (قررت المحكمة، المنعقدة بطرة، تأجيل │ محاكمة …)."""
    first = act
    while first > end and reading.units[first - 1].word.act is not None and not reading.units[first - 1].word.definite:
        first -= 1
    return first == end or (reading.units[end].is_comma and reading.units[first - 1].is_comma)


def threatener(story: Story, reading: Reading, clause: Clause, head: Attachment) -> Name | None:
    """Returns who threatens or vows to do what a noun tells (مهددة بتنفيذ إضراب, متعهدا بدفع …): its doer to be."""
    if head.kind != "noun" or clause.kind != "saying" or clause.opener < 0:
        return None
    if reading.units[clause.opener].word.core not in _VOWS or reading.units[clause.opener + 1].word.prefix != "ب":
        return None
    above = clause.parent
    while above >= 0 and reading.clauses[above].kind == "complement":
        above = reading.clauses[above].parent
    doer = subject(reading, reading.clauses[above]) if above >= 0 else None
    if doer is None or doer.entity is None or doer.entity.bare:
        return None
    return participant(story, reading, doer.entity)
