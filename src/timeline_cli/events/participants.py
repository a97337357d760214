"""Which names of a sentence take part in an act, and where it happened (docs/events.md §4.5)."""

from __future__ import annotations

from collections.abc import Iterable

from timeline_cli.events.antecedents import full_name_of, object_person
from timeline_cli.events.attach import Attachment
from timeline_cli.events.attribution import attribution, forecasts, reports
from timeline_cli.events.composing import Title
from timeline_cli.events.entity import Entity
from timeline_cli.events.objects import SOURCES
from timeline_cli.events.phrases import subject
from timeline_cli.events.story import Reading, Story
from timeline_cli.model import Name
from timeline_cli.text.clauses import Clause
from timeline_cli.text.words import Word, function_classes
from timeline_cli.text.words import word as analysed

_PLACES = frozenset({"country", "city", "place"})
_TAKEN = frozenset({"visit", "departure", "arrival", "military", "attack"})
_GOVERNS = frozenset({"statement", "diplomacy", "signing", "meeting", "law"})
_SENTENCES_BACK = 6
_CAUSES = frozenset({"إثر", "عقب", "بعد", "بسبب", "نتيجة", "جراء", "رغم"})
_AFFECTED = frozenset({"متأثرا", "متأثرة", "متأثرين", "نتيجة", "جراء", "بسبب"})
_CAUSE_BEFORE = 6
_NEAR = 4
_BOUND = frozenset({"عليه", "عليها", "عنه", "عنها", "له", "لها"})
_DONE = frozenset({"صلى", "قبض", "ألقى", "حكم", "أفرج", "عفا", "ثار", "اعتدى"})
_DEEDS = frozenset({"افراج", "قبض", "حكم", "صلاه", "عفو", "اعتداء"})
_GOVERNORS = frozenset(
    {
        "جائزه",
        "سباق",
        "رالي",
        "ماراثون",
        "طواف",
        "دوري",
        "دوره",
        "بطوله",
        "كاس",
        "وفد",
        "اهالي",
        "سكان",
        "ابناء",
        "محاكم",
        "معاهده",
        "اتفاقيه",
    }
)
_NAMED_BY = frozenset({"مهرجان", "جائزه", "كاس", "دوري", "بطوله"})
_SEATS = frozenset({"مقر", "مبني", "محيط", "بوابه", "بوابات", "مدخل", "مداخل", "ساحه", "مباني"})
_HEADED = frozenset({"الناقل", "الناقله", "المتجه", "المولود", "المولوده", "المدرج", "المدرجه", "المقيم", "المقيمه"})
_COMING = frozenset({"عائد", "عائده", "عائدين", "قادم", "قادمه", "قادمين"})
_HOSTS = frozenset({"استضاف", "احتضن", "شهد", "استقبل"})
_ACCUSED = frozenset({"متهم", "متهمه", "مدان", "مدانه", "موقوف", "موقوفه"})
_REMAINS = frozenset(
    {"جثمانه", "جثمانها", "جنازته", "جنازتها", "جثته", "جثتها", "رفاته", "رفاتها", "نعشه", "نعشها", "وفاته", "وفاتها"}
)
_TEAMS = frozenset({"فريق", "نادي", "منتخب"})
_DONE_TO_SOMEONE = frozenset(
    {"أوفد", "ابتعث", "كرم", "منح", "قلد", "انتدب", "رشح", "كلف", "استدعى", "هنأ", "خطف", "اختطف", "طرد", "رحل", "حبس"}
    | {"سجن", "استجوب", "برأ", "أعدم", "اغتال", "أدان", "حاكم", "أحال", "عزل", "أقال", "عين", "نفى", "بايع", "اعتقل"}
)
_DECIDES = frozenset(
    {"قرر", "اعتزم", "نوى", "تعهد", "باشر", "بدأ", "استأنف", "واصل", "أوقف", "علق", "ألغى", "أجل", "أرجأ"}
)
_DEMANDS = frozenset({"للمطالبه", "مطالبين", "احتجاجا", "تنديدا"})
_VOWS = frozenset({"مهددا", "مهدده", "متعهدا", "متعهده", "متوعدا", "متوعده", "ملوحا", "ملوحه"})
_POSTS = frozenset({"منصب", "مناصب", "منصبي", "حقيبه", "نواب", "مهام"})
_SIDES = frozenset({"مع", "بين", "ضد"})


def names(story: Story, reading: Reading, head: Attachment, made: Title) -> tuple[tuple[Name, ...], tuple[Name, ...]]:
    """Returns participants and places of an act, each once, in the order of the text."""
    clause = reading.clauses[head.clause]
    who: dict[str, Name] = {}
    where: dict[str, Name] = {}
    for antecedent in made.named:
        entity = antecedent.entity
        if entity is None or entity.bare:
            meant = _meant(story, antecedent.reading, antecedent.first)
            if meant is not None:
                who.setdefault(meant.text, meant)
        if entity is None or (entity.kind in _PLACES and entity.kind != "country" and antecedent.reading is reading):
            continue
        if entity.kind == "organisation" and _is_generic(antecedent.reading, entity):
            continue
        if entity.kind == "organisation" and not entity.bare:
            whole = participant(story, antecedent.reading, entity) if antecedent.words.count("«") else None
            body = whole or Name(antecedent.words, "organisation")
            who.setdefault(body.text, body)
        elif not (antecedent.reading is reading and entity.kind in _PLACES):
            _add(story, antecedent.reading, entity, antecedent.reading.clauses[0], who, where, named=True)
    for entity in _inside(reading, clause, head, made):
        _add(story, reading, entity, clause, who, where)
    place = _place_before(reading, clause) if head.kind == "verb" else None
    if place is not None:
        _add(story, reading, place, clause, {}, where)
    for name in (
        _decider(story, reading, clause, head),
        _done_to(story, reading, clause, head),
        _whose_body(story, reading, clause, head),
        _threatener(story, reading, clause, head),
        _last_person(story, reading, clause, head),
        _first_person(story, reading, clause, head),
        _owner(story, reading, clause, head, made),
        _possessor(reading, story, clause, head, made),
    ):
        if name is not None:
            who.setdefault(name.text, name)
    return tuple(_ordered(who, made)), tuple(where.values())


def _place_before(reading: Reading, clause: Clause) -> Entity | None:
    """Returns the place that حيث takes up (ومن بلجيكا، │ حيث أقام), None for other clauses."""
    if clause.kind != "where" or clause.opener < 2 or reading.units[clause.opener].word.stem != "حيث":
        return None
    last = clause.opener - (2 if reading.units[clause.opener - 1].is_comma else 1)
    entity = reading.entity_over(last)
    return entity if entity is not None and entity.kind in _PLACES and entity.end == last + 1 else None


def _decider(story: Story, reading: Reading, clause: Clause, head: Attachment) -> Name | None:
    """Returns who decides or begins what a noun tells right behind him (قررت المؤسسة │ رفع الحظر): its doer."""
    verb = reading.units[clause.verb].word.verb if head.kind == "noun" and clause.verb >= 0 else None
    if verb is None or not set(verb.lemma.split("|")) & _DECIDES:
        return None
    doer = subject(reading, clause)
    if doer is None or doer.entity is None or doer.entity.bare or doer.end != head.unit:
        return None
    named = doer.entity.kind in ("person", "office")
    named = named or (doer.entity.kind == "organisation" and not _is_generic(reading, doer.entity))
    return participant(story, reading, doer.entity) if named else None


def _done_to(story: Story, reading: Reading, clause: Clause, head: Attachment) -> Name | None:
    """Returns whom the pronoun of a verb means that is only done to people (أوفدتها الوزارة), None for other verbs."""
    verb = reading.units[clause.verb].word.verb if head.kind == "verb" and clause.verb >= 0 else None
    if verb is None or verb.pronoun not in ("ه", "ها") or not set(verb.lemma.split("|")) & _DONE_TO_SOMEONE:
        return None
    found = object_person(story, reading, clause, feminine=verb.pronoun == "ها")
    return None if found is None or found.entity is None else participant(story, found.reading, found.entity)


def _whose_body(story: Story, reading: Reading, clause: Clause, head: Attachment) -> Name | None:
    """Returns whose burial is told by what is left of him (شيع جثمانه, أقيمت جنازتها), None without such a noun."""
    for k in clause.units if head.kind == "verb" else [head.unit]:
        word = reading.units[k].word
        if word.stem in _REMAINS:
            return _person_before(
                story, reading, k, feminine=word.stem.endswith("ها"), acts=False, reach=_SENTENCES_BACK
            )
    return None


def _threatener(story: Story, reading: Reading, clause: Clause, head: Attachment) -> Name | None:
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


def _last_person(story: Story, reading: Reading, clause: Clause, head: Attachment) -> Name | None:
    """Returns whom الراحل or المتهم means: the person named last before the sentence, None without such a word."""
    if head.kind != "verb":
        return None
    for k in clause.units:
        meant = _meant(story, reading, k)
        if meant is not None:
            return meant
    return None


def _meant(story: Story, reading: Reading, k: int) -> Name | None:
    """Returns whom a word for a person named before means (الفقيد, اللاعبة العربية), None for other words."""
    word = reading.units[k].word
    entity = reading.entity_over(k)
    if "last-person" not in word.classes or not word.definite or (entity is not None and not entity.bare):
        return None
    if word.prefix or word.lead or (k and reading.units[k - 1].word.definite):
        return None
    accused = word.core in _ACCUSED
    for number in range(reading.number - 1, max(-1, reading.number - _SENTENCES_BACK), -1):
        before = story.reading(number)
        persons = [e for e in before.entities if e.kind == "person" and not (accused and _serves(before, e))]
        if persons:
            doers = [] if accused else [e for e in persons if e.first in _doers(before)]
            chosen = doers[-1] if doers else persons[-1 if accused else 0]
            return Name(story.name_of(before.units, chosen), "person")
    return None


def _serves(reading: Reading, entity: Entity) -> bool:
    """Tells whether a person is named with an office of the state, as no accused is (اللواء خالد الجمال)."""
    office = reading.units[entity.first].word.office if entity.first < entity.name_first else None
    return office is not None and bool({"military", "head", "court"} & set(office["family"].split("|")))


def _doers(reading: Reading) -> set[int]:
    """Returns the first units of the subjects of a sentence's clauses."""
    found = (subject(reading, clause) for clause in reading.clauses if clause.verb >= 0)
    return {phrase.first for phrase in found if phrase is not None}


def _owner(story: Story, reading: Reading, clause: Clause, head: Attachment, made: Title) -> Name | None:
    """Returns whom a pronoun behind a preposition means in what is done to people (صلي عليه, الإفراج عنه) or in a
    noun of an act (آخر ظهور له); None without one."""
    verb = reading.units[clause.verb].word.verb if head.kind == "verb" and clause.verb >= 0 else None
    for k in sorted(set(made.units) | set(clause.units if head.kind == "verb" else ())):
        word = reading.units[k].word
        if word.stem not in _BOUND or not k:
            continue
        before = reading.units[k - 1].word
        own = head.kind != "verb" and word.stem in ("له", "لها") and not before.definite and before.act is not None
        acted = word.stem not in ("له", "لها") and (
            (verb is not None and verb.lemma in _DONE) or (before.act is not None and before.core in _DEEDS)
        )
        if own or acted:
            acts = own or (verb is not None and verb.lemma in ("صلى", "ثار"))
            return _person_before(story, reading, k, feminine=word.stem.endswith("ها"), acts=acts)
    return None


def _possessor(reading: Reading, story: Story, clause: Clause, head: Attachment, made: Title) -> Name | None:
    """Returns whose act a title with a pronoun tells (بعد قطعه الطريق): the subject of the clause around it."""
    act = reading.units[head.unit].word.act if head.kind == "noun" else None
    doer = subject(reading, clause) if act is not None and act.pronoun in ("ه", "ها") else None
    if doer is None or doer.entity is None or doer.entity.bare or not made.text.split()[:1]:
        return None
    left = made.text.split()[0].endswith(("ه", "ها")) and doer.entity.kind in ("person", "organisation")
    return participant(story, reading, doer.entity) if left else None


def _person_before(
    story: Story, reading: Reading, k: int, *, feminine: bool, acts: bool, reach: int = _NEAR
) -> Name | None:
    """Returns the person named last before a unit, the subject of a clause before others of its sentence; `acts`:
    one who is the subject of a clause, else the one named first."""
    first: tuple[Reading, Entity] | None = None
    for number in range(reading.number, max(-1, reading.number - reach), -1):
        before = story.reading(number)
        persons = [e for e in before.entities if e.kind == "person" and e.feminine == feminine]
        if number == reading.number:
            persons = [e for e in persons if e.end <= k]
        doers = _doers(before)
        chosen = [e for e in persons if e.first in doers] or ([] if acts else persons)
        if chosen:
            return Name(story.name_of(before.units, chosen[-1]), "person")
        if persons and number < reading.number:
            first = before, persons[0]
    return None if first is None else Name(story.name_of(first[0].units, first[1]), "person")


def _first_person(story: Story, reading: Reading, clause: Clause, head: Attachment) -> Name | None:
    """Returns the speaker who tells of himself in the first person singular (نشرت قصتي, اعتقلوني)."""
    unit = reading.units[clause.verb] if clause.verb >= 0 else None
    verb = unit.word.verb if unit is not None else None
    if head.kind != "verb" or unit is None or clause.frame < 0:
        return None
    own = verb is not None and verb.person == "1s"
    acted_upon = unit.word.bare.endswith("وني") or (verb is not None and verb.pronoun == "ني")
    who = attribution(story, reading, head) if own or acted_upon else None
    return Name(who, "person") if who is not None else None


def _ordered(who: dict[str, Name], made: Title) -> Iterable[Name]:
    return sorted(
        who.values(), key=lambda name: made.text.find(name.text) if name.text in made.text else len(made.text)
    )


def _inside(reading: Reading, clause: Clause, head: Attachment, made: Title) -> Iterable[Entity]:
    """Yields the entities of the act's own words: the whole clause for a verb, the title's span for a noun."""
    own = set(made.units)
    if head.kind == "verb" and not made.member:
        own = {k for k in own if reading.clause_of[k] != head.clause or k in made.units} | set(clause.units)
    stop = next(
        (k for k in sorted(own) if reading.units[k].date < 0 and reading.units[k].word.fold in SOURCES),
        len(reading.units),
    )
    saying = head.kind == "verb" and (forecasts(reading, clause) or reports(reading, clause))
    sayer = subject(reading, clause) if saying else None
    for entity in reading.entities:
        if entity.first not in own or entity.first >= stop:
            continue
        if head.kind == "verb" and _is_background(reading, entity, made):
            continue
        if head.kind == "verb" and _describes(reading, entity):
            continue
        if entity.first not in made.units and _is_demanded(reading, clause, entity):
            continue
        if entity.first not in made.units and _is_result(reading, clause, entity):
            continue
        if sayer is None or not sayer.first <= entity.first < sayer.end:
            yield entity


def _is_demanded(reading: Reading, clause: Clause, entity: Entity) -> bool:
    """Tells whether a name only stands in what is demanded or protested (للمطالبة بالإفراج عن الوزير)."""
    return any(reading.units[k].word.fold in _DEMANDS for k in clause.units if clause.verb < k < entity.first)


def _describes(reading: Reading, entity: Entity) -> bool:
    """Tells whether a name only tells which person or thing is meant: دورة برلين, العائد من إيطاليا, المولود بباتنة."""
    units = reading.units
    before = units[entity.first - 1].word if entity.first else None
    if before is None or units[entity.first - 1].date >= 0 or units[entity.first - 1].is_mark:
        return False
    word = units[entity.first].word
    if entity.kind in _PLACES and before.core in _GOVERNORS and not before.definite and not word.prefix:
        return True
    if (
        entity.kind == "organisation"
        and not word.prefix
        and (before.core in _SEATS or "demonstrative" in before.classes)
    ):
        return True
    if entity.kind == "organisation" and before.core in _NAMED_BY and not before.definite and not word.prefix:
        return True
    if entity.kind in _PLACES and before.stem in ("مقره", "مقرها", "مقرهم"):
        return True
    if word.prefix == "ب" and before.fold in _HEADED:
        return True
    farther = units[entity.first - 2].word if entity.first > 1 else None
    if farther is None or not before.preposition:
        return False
    coming = farther.core in _COMING and before.stem == "من" and farther.prefix != ""
    return farther.fold in _HEADED or (coming and entity.kind in _PLACES)


def _is_result(reading: Reading, clause: Clause, entity: Entity) -> bool:
    """Tells whether a name stands behind ل with an imperfect that goes on from the act (ليرفع رصيده, لتصبح)."""
    between = (k for k in clause.units if clause.verb < k < entity.first)
    return any(_follows(reading, k) for k in between)


def _follows(reading: Reading, k: int) -> bool:
    form = reading.units[k].word.stem
    if (
        not form.startswith(("لي", "لت"))
        or not k
        or not (reading.units[k - 1].is_comma or reading.units[k - 1].date >= 0)
    ):
        return False
    verb = analysed(form[1:]).verb
    return verb is not None and verb.aspect == "imperfect"


def _is_background(reading: Reading, entity: Entity, made: Title) -> bool:
    """Tells whether a country or body stands in an act that only explains this one (إثر سحب السويد ترخيصها)."""
    units = reading.units
    if entity.kind not in ("country", "organisation") or entity.first < 2:
        return False
    joined = reading.entity_over(entity.first - 1) if units[entity.first].word.lead else None
    if joined is not None and joined.first < entity.first:
        return _is_background(reading, joined, made)
    cause, act = units[entity.first - 2], units[entity.first - 1]
    if act.word.preposition and entity.kind == "country" and entity.first not in made.units:
        before = units[max(0, entity.first - _CAUSE_BEFORE) : entity.first]
        return any(unit.word.stem in _AFFECTED for unit in before)
    return cause.word.stem in _CAUSES and act.word.act is not None and not act.word.definite


def _add(
    story: Story,
    reading: Reading,
    entity: Entity,
    clause: Clause,
    who: dict[str, Name],
    where: dict[str, Name],
    *,
    named: bool = False,
) -> None:
    if entity.kind == "country" and not named and _is_topic(reading, entity):
        return
    if entity.kind in _PLACES:
        text = story.words(reading.units, entity.name_first, entity.name_end)
        hosts = entity.kind == "city" and _hosts(reading, entity, clause)
        if hosts or (not named and _is_place(reading, entity, clause)):
            where.setdefault(text, Name(text, entity.kind))
        elif entity.kind == "country" or (
            entity.kind == "city" and (named or _lifted(reading, entity) or _acts(reading, entity, clause))
        ):
            who.setdefault(text, Name(text, "country"))
        else:
            where.setdefault(text, Name(text, entity.kind))
        return
    if entity.bare and not named:
        club = _team(story, reading, entity) or _body_meant(story, reading, entity)
        if club is not None:
            who.setdefault(club.text, club)
            return
    if entity.bare or (entity.kind == "office" and not named and _is_sought(reading, entity)):
        return
    if entity.kind == "organisation" and not named and _is_site(reading, entity, clause):
        text = story.words(reading.units, entity.name_first, entity.name_end)
        where.setdefault(text, Name(text, "place"))
        return
    if entity.kind == "organisation" and _is_generic(reading, entity):
        return
    if entity.kind == "person" and _is_byline(reading, entity):
        return
    name = participant(story, reading, entity)
    if name is not None:
        who.setdefault(name.text, name)
    if entity.first < entity.name_first:
        for k in range(entity.first, entity.name_first):
            word = reading.units[k].word
            if (
                word.place is not None
                and reading.units[entity.first].word.office is not None
                and _dual(reading, entity)
            ):
                text = story.words(reading.units, k, k + 1)
                who.setdefault(text, Name(text, "country"))


def _body_meant(story: Story, reading: Reading, entity: Entity) -> Name | None:
    """Returns the body that an act is done to where its head noun alone stands behind it (تصفية │ الشركة)."""
    before = reading.units[entity.first - 1].word if entity.first else None
    acted = before is not None and before.act is not None and not before.definite and entity.kind == "organisation"
    full = full_name_of(story, reading, entity.first) if acted and entity.end == entity.first + 1 else None
    if full is None or full.entity is None or full.entity.kind != "organisation":
        return None
    return participant(story, full.reading, full.entity)


def _team(story: Story, reading: Reading, entity: Entity) -> Name | None:
    """Returns the club that الفريق or النادي alone means: the one named last with نادي, فريق or منتخب."""
    if reading.units[entity.first].word.core not in _TEAMS or entity.end > entity.first + 1:
        return None
    for number in range(reading.number - 1, max(-1, reading.number - _NEAR), -1):
        before = story.reading(number)
        for body in before.entities:
            if body.kind == "organisation" and not body.bare and before.units[body.first].word.core in _TEAMS:
                return participant(story, before, body)
    return None


def _is_generic(reading: Reading, entity: Entity) -> bool:
    """Tells whether a body is named by its kind only: القضاء, الفصائل المعارضة, الجمعية العمومية, اللجنة الوطنية."""
    head = reading.units[entity.first].word
    rest = [unit.word.core for unit in reading.units[entity.first + 1 : entity.end]]
    if head.core == "قضاء" and head.definite:
        return not rest
    if head.core == "فصائل":
        return rest in ([], ["معارضه"], ["مسلحه"])
    if head.core == "جمعيه":
        return rest in (["عموميه"], ["عامه"])
    if head.core == "مجلس":
        return rest == ["اداره"]
    return head.core == "لجنه" and head.definite and rest == ["وطنيه"]


def _is_byline(reading: Reading, entity: Entity) -> bool:
    """Tells whether a person is the reporter who opens the text (من محمد الزبن -)."""
    after = reading.units[entity.end].text if entity.end < len(reading.units) else ""
    opens = entity.first == 1 and reading.units[0].word.stem == "من" and reading.number == 0
    return opens and after in ("-", "–", "—")


def _is_site(reading: Reading, entity: Entity, clause: Clause) -> bool:
    """Tells whether a body stands in its sentence as the place where something happens (في مكتبة الإسكندرية).

    Harbours, hospitals and houses of prayer are places wherever they do nothing themselves.
    """
    word = reading.units[entity.first].word
    if word.organisation is not None and word.organisation["family"] == "site":
        doer = subject(reading, clause)
        return doer is None or doer.first != entity.first or _suffers(reading, clause)
    if "site-noun" not in function_classes().get(word.core, frozenset()):
        return False
    before = reading.units[entity.first - 1].word if entity.first else None
    return word.prefix == "ب" or (before is not None and before.stem in ("في", "على", "داخل", "إلى", "أمام", "قرب"))


def _suffers(reading: Reading, clause: Clause) -> bool:
    verb = reading.units[clause.verb].word.verb
    return verb is not None and (verb.passive or bool(verb.kinds & _TAKEN))


def _is_sought(reading: Reading, entity: Entity) -> bool:
    """Tells whether an office is what is filled, not its holder (لانتخاب رئيس البرلمان)."""
    if entity.first and reading.units[entity.first - 1].word.core in _POSTS:
        return True
    act = reading.units[entity.first - 1].word.act if entity.first else None
    return act is not None and act.kind in ("election", "appointment")


def _dual(reading: Reading, entity: Entity) -> bool:
    office = reading.units[entity.first].word.office
    return office is not None and (
        office["state"] == "dual" or reading.units[entity.first].word.stem in ("وزيرا", "رئيسا", "وزيري")
    )


def participant(story: Story, reading: Reading, entity: Entity) -> Name | None:
    """Returns a person, body or office phrase as a participant; an office that a person held before names the
    person."""
    if entity.kind == "person":
        return Name(story.name_of(reading.units, entity), "person")
    text = story.words(reading.units, entity.name_first, entity.name_end)
    if entity.kind == "organisation":
        text = story.name_of(reading.units, entity)
        return Name(text.replace("« ", "«").replace(" »", "»").replace("“ ", "“").replace(" ”", "”"), "organisation")
    if entity.kind == "office":
        held = _minister(story, reading, entity) or next(
            (name for name, title in story.titles.items() if title == text), None
        )
        return Name(held or story.offices.get(text) or story.fuller.get(text, text), "person")
    return None


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
                return story.name_of(before.units, person)
    return None


def _serves_country(title: list[Word], country: str) -> bool:
    return any((row is not None and row["iso"] == country) for word in title for row in (word.place, word.nationality))


def _is_place(reading: Reading, entity: Entity, clause: Clause) -> bool:
    """Tells by its preposition, its governor and its verb whether a country or city is where something happens."""
    units = reading.units
    word = units[entity.first].word
    before = units[entity.first - 1] if entity.first else None
    if word.prefix == "ب":
        return True
    if entity.kind == "place":
        return True
    if word.prefix == "ل":
        return any(
            u.word.act is not None and u.word.act.kind in _TAKEN for u in units[max(0, entity.first - 3) : entity.first]
        )
    if before is None or before.date >= 0 or before.is_mark:
        return False
    if before.word.stem == "عن" and entity.kind == "city" and _lifted(reading, entity):
        return False
    if "preposition-place" in before.word.classes or (before.word.stem == "على" and entity.kind == "city"):
        return True
    if before.word.place_head is not None and before.word.act is None:
        return True
    if before.word.stem == "على" and _lifted(reading, entity):
        return False
    if before.word.stem in _SIDES:
        return False
    if word.lead:
        joined = next((e for e in reading.entities if e.end == entity.first and e.kind in _PLACES), None)
        return joined is not None and _is_place(reading, joined, clause)
    return _taken(reading, entity, clause)


def _lifted(reading: Reading, entity: Entity) -> bool:
    """Tells whether something weighs on a capital as its government (العقوبات عن طهران)."""
    before = reading.units[entity.first - 2].word if entity.first > 1 else None
    return before is not None and before.core in ("عقوبات", "حصار", "ضغوط", "حظر", "ضغط")


def _is_topic(reading: Reading, entity: Entity) -> bool:
    before = reading.units[entity.first - 1].word if entity.first else None
    return before is not None and before.stem in ("عن", "بشأن", "حول")


def _taken(reading: Reading, entity: Entity, clause: Clause) -> bool:
    """Tells whether a place is the object of a verb of movement or war (زار، غادر، فتح)."""
    verb = reading.units[clause.verb].word.verb if clause.verb >= 0 else None
    if verb is None or not verb.kinds & _TAKEN:
        return False
    doer = subject(reading, clause)
    if doer is not None and doer.first <= entity.first < doer.end:
        return False
    before = reading.units[entity.first - 1]
    governed = before.word.common and not before.word.definite and not reading.entity_over(entity.first - 1)
    return not governed or before.word.verb is not None


def _hosts(reading: Reading, entity: Entity, clause: Clause) -> bool:
    """Tells whether a town is where its verb brings others together (استضافت سيول المشاورات)."""
    verb = reading.units[clause.verb].word.verb if clause.verb >= 0 else None
    return verb is not None and verb.lemma in _HOSTS and entity.first == clause.verb + 1


def _acts(reading: Reading, entity: Entity, clause: Clause) -> bool:
    """Tells whether a capital is the subject of a verb: أعربت دمشق عن دعمها."""
    doer = subject(reading, clause)
    verb = reading.units[clause.verb].word.verb if clause.verb >= 0 else None
    speaks = verb is not None and (verb.kinds & _GOVERNS or reading.units[clause.verb].word.speech is not None)
    return bool(speaks) and doer is not None and doer.first == entity.first == entity.name_first
