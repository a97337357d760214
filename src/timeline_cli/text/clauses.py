"""Cuts a sentence into clauses, each with at most one governing verb (docs/events.md §1.3, §1.4)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from timeline_cli.lexicon.index import cues
from timeline_cli.text.brackets import named_in_brackets
from timeline_cli.text.connectives import Connective, connective_at
from timeline_cli.text.joints import joined_subject, told_of_owned
from timeline_cli.text.shapes import Verb
from timeline_cli.text.tokens import CLOSING, COMMAS, OPENING, QUOTES, Unit
from timeline_cli.text.units import is_verb, may_be_imperfect
from timeline_cli.text.verbs import speech_with_pronoun
from timeline_cli.text.words import SCENES, Word

_NO_RELATIVE = cues("no-relative")
_SUBORDINATE = frozenset({"after", "before", "when", "since", "because", "if"})
_AWAITED = cues("awaited")
_SHOWS = cues("shows")
_NOUNS_OF_SPEECH = cues("noun-of-speech")
_LASTING = cues("lasting")
_STANDS = frozenset({"جاء", "ورد"})
_DASHES = frozenset("-–—‒―ـ")
_REPORTS = frozenset({"point", "affirm", "explain", "show", "mention", "say", "report", "reveal"})
_AFTERMATH = frozenset({"إثر", "عقب", "جراء"})
_POINTERS = frozenset({"ذلك", "هذا", "هذه", "هكذا"})
_REACTING = cues("reacting")
_CLOSER = {"«": "»", "“": "”", "„": "“", '"': '"', "”": "“", "'": "'", "‘": "’", "‹": "›", "(": ")", "[": "]", "{": "}"}


def is_speech(word: Word) -> bool:
    """Tells whether a word is a verb of speech, with or without its object (أعلن, أعلنته)."""
    return word.speech is not None or speech_with_pronoun(word.stem, word.fold[len(word.lead) :]) is not None


def is_written(units: Sequence[Unit], i: int) -> bool:
    """Tells whether a verb says in which statement something is written (كما │ جاء في بيان)."""
    word = units[i].word
    if (word.fold not in _STANDS and word.stem not in _STANDS) or i + 2 >= len(units):
        return False
    return "statement-noun" in units[i + 2].word.core_classes and units[i + 1].word.stem == "في"


@dataclass(slots=True)
class Clause:
    """A clause while its sentence is read. `number`: its place in the list. `units`: its own units, those of nested
    clauses left out.

    `kind`: main, and (joined by و, ف, ثم), relative, complement, quote, bracket, saying (a participial frame) or the
    kind of its connective. `verb`: unit of the governing verb or -1. `parent`: the clause it hangs on or -1. `frame`:
    the complement or quote it stands in or -1. `opener`: unit of the word that opens it or -1. `antecedent`: the unit
    before a relative clause. `between_commas`: a comma stood before it.
    """

    kind: str
    number: int = 0
    parent: int = -1
    frame: int = -1
    opener: int = -1
    antecedent: int = -1
    between_commas: bool = False
    verb: int = -1
    closer: str = ""
    units: list[int] = field(default_factory=list)


def clauses(units: Sequence[Unit]) -> list[Clause]:
    """Returns the clauses of a sentence; the first is the one it begins with."""
    return _Reader(units).read()


class _Reader:
    """Reads units from left to right with a stack of open clauses."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self.units = units
        self.now = Clause("main")
        self.found = [self.now]
        self.stack = [0]
        self.skip_verb = -1
        self.skip_to = 0
        self.plain_marks: set[int] = set()

    def read(self) -> list[Clause]:
        stirred = False
        for i, unit in enumerate(self.units):
            word = unit.word
            calm, stirred = not stirred, word.stirs_next
            if i < self.skip_to or (word.inert and calm and unit.date < 0 and self.now.kind != "relative"):
                self.now.units.append(i)
            elif unit.is_mark:
                self._mark(i, unit.text)
            elif unit.date >= 0:
                self._date(i, unit)
            else:
                self._word(i, unit)
        return self.found

    def _push(self, kind: str, opener: int = -1, *, framed: bool = False, closer: str = "") -> Clause:
        parent = self.stack[-1]
        number = len(self.found)
        frame = number if framed else self.now.frame
        self.now = Clause(kind, number, parent, frame, opener, closer=closer)
        self.found.append(self.now)
        self.stack.append(number)
        return self.now

    def _pop(self) -> None:
        del self.stack[-1]
        self.now = self.found[self.stack[-1]]

    def _beside(self, kind: str, opener: int) -> Clause:
        """Opens a clause beside the nearest main-level clause: relatives are left, frames stay."""
        while self.now.kind in ("relative", "infinitive") or (
            len(self.stack) > 1 and self.now.kind not in ("complement", "quote", "bracket", "saying", "main")
        ):
            self._pop()
        number = len(self.found)
        self.now = Clause(kind, number, self.stack[-1], self.now.frame, opener)
        self.found.append(self.now)
        self.stack.append(number)
        return self.now

    def _leave_frames(self) -> None:
        while len(self.stack) > 1 and not self.now.closer:
            self._pop()

    def _mark(self, i: int, text: str) -> None:
        if i in self.plain_marks:
            self.now.units.append(i)
            return
        closes = text in CLOSING or (text in QUOTES and not self._opens(i))
        if (self.now.closer and text == self.now.closer) or (closes and self._closes(text)):
            while self.now.closer != text:
                self._pop()
            self._pop()
            return
        if (
            text in "([{"
            and i + 2 < len(self.units)
            and self.units[i + 1].is_number
            and self.units[i + 2].text in ")]}"
            and i
        ):
            self.plain_marks.update((i, i + 2))
            self.now.units.append(i)
        elif text in "([{" and (closing := named_in_brackets(self.units, i)):
            self.plain_marks.update((i, closing))
            self.now.units.append(i)
        elif text in "([{":
            self._push("bracket", i, closer=_CLOSER[text])
        elif text in OPENING or (text in QUOTES and self._opens(i)):
            self._open_quotation(i, text)
        elif text == ":" and all(self.units[k].date >= 0 or self.units[k].is_mark for k in self.now.units):
            self.now.units.append(i)
        elif text == ":" and self._speaks():
            self._push("quote", i, framed=True)
        elif text in COMMAS or text in _DASHES:
            self._comma(i)
        else:
            self.now.units.append(i)

    def _opens(self, i: int) -> bool:
        """Tells by the spaces around it whether a mark that looks the same on both sides opens a quotation."""
        unit = self.units[i]
        after = self.units[i + 1] if i + 1 < len(self.units) else None
        before = self.units[i - 1] if i else None
        glued = before is not None and before.end == unit.start and not before.is_mark and "ـ" not in before.text
        return after is not None and after.start == unit.end and not glued

    def _closes(self, text: str) -> bool:
        return any(self.found[number].closer == text for number in self.stack)

    def _open_quotation(self, i: int, text: str) -> None:
        closer = _CLOSER.get(text, text)
        words = verbs = 0
        for k in range(i + 1, len(self.units)):
            unit = self.units[k]
            if unit.text == closer or (closer in '”“"' and unit.text in '”“"' and k > i + 1):
                closer = unit.text
                break
            words += not unit.is_mark
            verb = unit.word.verb
            verbs += verb is not None and not verb.ambiguous and not verb.guessed
        else:
            closer = ""
        inside = i > 0 and self.units[i - 1].text != ":" and self.now.kind == "complement" and bool(self.now.units)
        if closer and words <= 4 and (not verbs or inside):
            self.now.units.append(i)
            self.plain_marks.add(k)
        elif text not in CLOSING or closer:
            self._push("quote", i, framed=True, closer=closer)

    def _speaks(self) -> bool:
        clause = self.now
        if clause.verb >= 0:
            return self.units[clause.verb].word.speech is not None
        return len(clause.units) <= 6

    def _comma(self, i: int) -> None:
        if self.now.kind == "circumstance" and self._insertion_ends(i):
            self._pop()
            return
        while self.now.kind == "relative" and self.now.verb >= 0 and len(self.stack) > 1:
            between = self.now.between_commas
            self._pop()
            if between:
                return
        self.now.units.append(i)

    def _insertion_ends(self, i: int) -> bool:
        """Tells whether a comma closes an insertion without a verb (توفي المصاب، وهو مزارع، │ في المستشفى)."""
        after = self.units[i + 1] if i + 1 < len(self.units) else None
        if self.now.verb >= 0 or after is None or self.now.parent < 0:
            return False
        if self.found[self.now.parent].verb < 0:
            return "aspect" in after.word.classes  # وكان المصنع، وهو الأكبر، │ قد خفض إنتاجه
        return after.date >= 0 or after.word.preposition or bool(after.word.prefix and not after.word.lead)

    def _date(self, i: int, unit: Unit) -> None:
        dated = any(self.units[k].date >= 0 for k in self.now.units)
        joined = (unit.lead == "و" and unit.preposition != "حتى") or (
            dated and i > 0 and self.units[i - 1].text in COMMAS
        )
        told = self.now.verb >= 0 or len(self.stack) > 1
        anew = unit.lead == "ف" and bool(unit.preposition)
        if told and not self._closing(i) and (anew or (joined and self._verb_follows(i))):
            self._beside("and", i)
        self.now.units.append(i)

    def _closing(self, i: int) -> bool:
        """Tells whether the comma pair around a date closes a comma relative rather than opening a clause."""
        return self.now.kind == "relative" and self.now.between_commas and self.now.verb < 0

    def _verb_follows(self, i: int) -> bool:
        k = i + 1
        while k < len(self.units) and (self.units[k].date >= 0 or self.units[k].text in COMMAS):
            k += 1
        return k < len(self.units) and is_verb(self.units, k, True) and self.units[k].word.lead == ""

    def _word(self, i: int, unit: Unit) -> None:
        word = unit.word
        if self.now.kind == "relative" and self._back_to_object(i):
            self._pop()
        if word.lead == "و" and not word.classes.isdisjoint(SCENES) and self._sets_scene(i):
            self._beside("and", i).units.append(i)
            self.now.verb = self.skip_verb = i + 1
            return
        if word.plain and not word.connects and not (i and "aspect" in self.units[i - 1].word.classes):
            if i and "negation" in self.units[i - 1].word.classes and is_verb(self.units, i, self.now.verb < 0):
                self._verb(i, unit)
            else:
                self.now.units.append(i)
            return
        if word.stem in ("على", "وفق", "بحسب", "حسب", "وفقا", "طبقا", "تبعا", "حسبما") and self._tail_frame(i):
            return
        if "relative" in word.classes or (word.stem == "ما" and self._verb_right_behind(i)):
            self._relative(i)
        elif word.lead == "و" and word.stem == "من" and self._plan_follows(i):
            self._beside("and", i).units.append(i)
        elif "complementizer" in word.classes and not word.verb:
            self._complementizer(i)
        elif word.speech is not None and word.speech.aspect == "participle" and self._frames_speech(i):
            self._leave_to_main()
            self._push("saying", i, framed=True).units.append(i)
        elif word.connects and self._connective(i):
            pass
        elif "was" in word.classes and self._presents(i):
            self._beside("and", i).units.append(i)
        elif i != self.skip_verb and not self._denied_act(i) and is_verb(self.units, i, self._wants_verb(i)):
            self._verb(i, unit)
        else:
            self.now.units.append(i)

    def _wants_verb(self, i: int) -> bool:
        """Tells whether a verb is still to come: in a clause without one, behind the date of a clause of time (ولما
        رحلوا عام 1946 │ تحول القصر إلى مدرسة)."""
        if self.now.verb < 0:
            return True
        told = self.units[self.now.verb].word.verb
        closed = told is not None and not told.transitive and i > 0 and self.units[i - 1].date >= 0
        return closed and not self.units[i].word.lead and self._tells_when()

    def _tells_when(self) -> bool:
        """Tells whether the clause says when something else happened (عندما, لما, بعدما)."""
        now = self.now
        if now.kind in _SUBORDINATE:
            return True
        entry = connective_at(self.units, now.opener) if now.kind == "main" and now.opener >= 0 else None
        return entry is not None and entry.kind in _SUBORDINATE

    def _denied_act(self, i: int) -> bool:
        """Tells whether a form that is noun or verb is the act that someone denies or confirms (نفت المرشحة، أمس، تلقي
        أموال)."""
        speech = self.units[self.now.verb].word.speech if self.now.verb >= 0 else None
        word = self.units[i].word
        if speech is None or not speech.act or word.lead or not self._names_an_act(word):
            return False
        own = [k for k in self.now.units if k > self.now.verb]
        return i - self.now.verb < 8 and not any(
            self.units[k].word.act is not None or "complementizer" in self.units[k].word.classes for k in own
        )

    @staticmethod
    def _names_an_act(word: Word) -> bool:
        return word.act is not None or word.stem.startswith("تلق")

    def _presents(self, i: int) -> bool:
        """Tells whether كان opens a clause behind one that only says who someone is (هو الفقيه سالم الراوي، │ كان مولده
        في …)."""
        own = self.now.units
        opens = bool(own) and "pronoun" in self.units[own[0]].word.classes and self.units[i - 1].is_comma
        return opens and self.now.kind == "main" and self.now.verb < 0

    def _sets_scene(self, i: int) -> bool:
        """Tells whether a preposition with its pronoun, or هناك, opens a clause that goes on with its verb (وفيها توفي,
        ومنها انتقل, وهناك أنهت دراستها)."""
        after = self.units[i + 1] if i + 1 < len(self.units) else None
        verb = after.word.verb if after is not None and after.date < 0 else None
        told = self.now.verb >= 0 or any("was" in self.units[k].word.classes for k in self.now.units)
        noun = after is not None and (after.word.act is not None or after.word.is_function)
        return told and verb is not None and not noun and not verb.guessed

    def _plan_follows(self, i: int) -> bool:
        """Tells whether a plan opens a clause of its own here (، ومن المقرر أن …)."""
        after = self.units[i + 1] if i + 1 < len(self.units) else None
        return i > 0 and after is not None and "planned-participle" in after.word.classes

    def _goes_on_then(self, i: int) -> bool:
        """Tells whether a word for that time opens a clause of its own (، يومها تغيرت …, وحينها كان …)."""
        if not self._after_comma(i) or not (self.now.verb >= 0 or len(self.stack) > 1):
            return False
        return is_verb(self.units, i + 1, True) or "was" in self.units[i + 1].word.classes

    def _after_comma(self, i: int) -> bool:
        return i > 0 and (self.units[i - 1].text in COMMAS or self.units[i].word.lead == "و")

    def _frames_speech(self, i: int) -> bool:
        """Tells whether a participle opens reported speech: مؤكدا, مشيرة إلى, but not مذكرة تفاهم."""
        if not self._after_comma(i) or i + 1 >= len(self.units):
            return False
        after = self.units[i + 1].word
        if not self.units[i].word.stem.endswith("ة"):
            return True
        return after.preposition or bool(after.prefix) or after.definite or "complementizer" in after.classes

    def _leave_to_main(self) -> None:
        while self.now.kind in ("relative",):
            self._pop()

    def _relative(self, i: int) -> None:
        between = i > 0 and self.units[i - 1].text in COMMAS
        if between and self.now.kind == "relative" and not self.now.between_commas:
            self._pop()
        before = self.now.units
        antecedent = next((k for k in reversed(before) if not self.units[k].is_mark and self.units[k].date < 0), -1)
        if between and before and self.units[before[-1]].text in COMMAS:
            before.pop()
        clause = self._push("relative", i)
        clause.antecedent = antecedent
        clause.between_commas = between

    def _complementizer(self, i: int) -> None:
        word = self.units[i].word
        following = self.units[i + 1] if i + 1 < len(self.units) else None
        infinitive = word.stem in ("أن", "ان") and following is not None and following.word.verb is not None
        if infinitive and following is not None and following.word.verb is not None:
            subjunctive = may_be_imperfect(following.word)
            noun = self._tells_of_act(following.word)
            if subjunctive and not noun and self._expects_again(i):
                clause = self._beside("and", i)
                clause.units.append(i)
                clause.verb = self.skip_verb = i + 1
                return
            if noun:
                self.skip_verb = i + 1
            if (subjunctive or self.now.verb < 0) and not (noun or self._expects()):
                self.now.units.append(i)
                if self.now.verb >= 0 and self.now.verb == i - 1 and self._impersonal(i - 1):
                    self.now.verb = self.skip_verb = i + 1
                elif self.now.verb >= 0:
                    self.skip_verb = i + 1
                return
        elif (
            infinitive is False and following is not None and "negation" in following.word.classes and self.now.verb < 0
        ):
            self.now.units.append(i)
            return
        while self.now.kind == "relative" and self.now.verb >= 0 and self.units[self.now.verb].word.speech is None:
            self._pop()
        self._back_to_speech(i)
        if word.lead == "و" and self.now.frame >= 0 and len(self.stack) > 1:
            while len(self.stack) > 1 and self.now.kind != "complement":
                self._pop()
            if self.now.kind == "complement":
                self._pop()
        self._push("complement", i, framed=True)

    def _expects_again(self, i: int) -> bool:
        """Tells whether وأن goes on with what is expected, behind an أن of the clause with its verb (من المتوقع أن تصل
        اللجنة غدا، وأن تنشر تقريرها قريبا)."""
        own = self.now.units
        told = next((k for k in own if self.units[k].word.stem in ("أن", "ان")), -1)
        return self.units[i].word.lead == "و" and 0 <= told < self.now.verb and self.now.verb == told + 1

    def _impersonal(self, i: int) -> bool:
        """Tells whether a verb only says that what follows أن is to come (ينتظر أن يدخل القانون حيز التنفيذ)."""
        verb = self.units[i].word.verb
        return verb is not None and verb.aspect == "imperfect" and verb.person == "3ms" and verb.lemma in _AWAITED

    def _awaits(self, i: int) -> bool:
        """Tells whether a word says of nobody in particular that something is expected (يتوقع, ينتظر)."""
        speech = self.units[i].word.speech
        spoken = speech is not None and (speech.aspect, speech.person) == ("imperfect", "3ms")
        return self._impersonal(i) or (speech is not None and spoken and speech.lemma in _AWAITED)

    def _opens_content(self, i: int) -> bool:
        """Tells whether أن stands right behind a verb (بحضور الوزير │ يتوقع أن يركز على …)."""
        return i + 1 < len(self.units) and self.units[i + 1].word.stem in ("أن", "ان")

    def _expects(self) -> bool:
        """Tells whether the clause's verb tells what someone expects (يرجح خبراء أن …), so that أن opens a clause."""
        speech = self.units[self.now.verb].word.speech if self.now.verb >= 0 else None
        return speech is not None and speech.sense in ("predict", "opine", "doubt")

    def _tells_of_act(self, following: Word) -> bool:
        """Tells whether a noun of an act opens what a verb of speech reports (أشار إلى أن │ توقف المصاعد دفع …)."""
        speech = self.units[self.now.verb].word.speech if self.now.verb >= 0 else None
        return following.act is not None and speech is not None and speech.sense in _REPORTS

    def _back_to_object(self, i: int) -> bool:
        """Tells whether a relative clause ends before what the verb of speech above it tells (أوضح التقرير الذي حصلت
        الصحيفة على نسخة منه │ ارتفاع القضايا)."""
        now, word = self.now, self.units[i].word
        if word.act is None or word.definite or word.prefix or word.lead or now.verb < 0 or now.between_commas:
            return False
        above = self.found[now.parent]
        speech = self.units[above.verb].word.speech if above.verb >= 0 else None
        if speech is None or "preposition-bound" not in self.units[i - 1].word.classes:
            return False
        return all(w.act is None or w.definite for w in (self.units[k].word for k in above.units if k > above.verb))

    def _back_to_speech(self, i: int) -> None:
        """Leaves insertions (، وهو من مواليد 1964، إن …) for the clause whose speech verb waits for its complement, but
        not a participle that opens what is said (زاد الرسوم، │ لافتا إلى أن …)."""
        if self.now.verb >= 0 or (self.now.kind == "saying" and not self.units[i - 1].is_comma):
            return
        for depth, number in enumerate(reversed(self.stack)):
            verb = self.found[number].verb
            if verb >= 0:
                if depth and self.units[verb].word.speech is not None and not self.now.closer:
                    del self.stack[-depth:]
                    self.now = self.found[self.stack[-1]]
                return

    def _answers_topic(self) -> bool:
        """Tells whether ف only opens what is said of the noun behind أما (أما الجسر │ فقد بني …)."""
        now = self.now
        entry = connective_at(self.units, now.opener) if now.opener >= 0 and now.verb < 0 else None
        return entry is not None and entry.kind == "topic"

    def _connective(self, i: int) -> bool:
        entry = connective_at(self.units, i)
        if entry is not None and entry.words == ("فقد",) and self._answers_topic():
            self.now.units.append(i)
            return True
        if entry is None or (
            entry.kind in ("and", "then", "relative", "complement") and entry.words[0] not in ("ثم", "فقد", "فان")
        ):
            return False
        if not self._splits(i, entry) or self._inside_name(i):
            return False
        if entry.kind == "as" and self._speech_follows(i + 1):
            self._beside("tail", i)
        elif self.now.units or self.now.kind != "main" or len(self.stack) > 1:
            self._beside("and" if entry.kind == "that-time" else entry.kind, i)
        else:
            self.now.opener = i
            self.now.kind = "perhaps" if entry.kind == "perhaps" else self.now.kind
        self.skip_to = i + len(entry.words)
        self.now.units.append(i)
        if entry.kind == "until":
            self.now.verb = self.skip_verb = i + len(entry.words)
        return True

    def _inside_name(self, i: int) -> bool:
        """Tells whether فان stands between two words that no list holds (يان │ فان │ ديرفيلد)."""
        if self.units[i].word.stem != "فان" or not 0 < i < len(self.units) - 1:
            return False
        before, after = self.units[i - 1].word, self.units[i + 1].word
        named = before.unknown or bool(before.given) or len(before.stem) == 3 or before.verb is not None
        return named and after.unknown

    def _speech_follows(self, i: int) -> bool:
        if i >= len(self.units) or i < 2:
            return False
        verb = self.units[i].word.verb
        shows = verb is not None and verb.lemma in _SHOWS
        return shows or is_speech(self.units[i].word) or is_written(self.units, i)

    def _verb_right_behind(self, i: int) -> bool:
        """Tells whether ما stands inside a clause and opens a relative one (ما يعادل), no negation at its start."""
        told = bool(self.now.units) or self.now.kind == "complement"
        if not told or i + 1 >= len(self.units) or connective_at(self.units, i) is not None:
            return False
        if self.units[i + 1].word.stem in _NO_RELATIVE:
            return False
        return self.units[i - 1].text not in COMMAS and is_verb(self.units, i + 1, True)

    def _tail_frame(self, i: int) -> bool:
        """Opens the clause of a tail frame: على ما أفاد، حسبما ذكر، وفق ما أعلن."""
        word = self.units[i].word
        first = word.stem in ("حسبما", "بحسبما", "وفقما")
        pair = word.stem in ("على", "وفق", "بحسب", "حسب", "وفقا", "طبقا", "تبعا") and i + 1 < len(self.units)
        length = 1 if first else 2 if pair and self.units[i + 1].word.stem in ("ما", "لما") else 0
        if not length or not self._speech_follows(i + length):
            return False
        self._leave_to_main()
        self._push("tail", i)
        self.skip_to = i + length
        self.now.units.append(i)
        return True

    def _splits(self, i: int, entry: Connective) -> bool:
        following = self.units[i + len(entry.words)] if i + len(entry.words) < len(self.units) else None
        if entry.splits == "no" or following is None:
            return False
        if entry.splits == "yes":
            if entry.words == ("فيما",):
                return following.word.stem not in (
                    "يتعلق",
                    "يخص",
                    "يلي",
                    "بعد",
                    "بين",
                    "بينهم",
                    "بينها",
                    "يبدو",
                    "عرف",
                    "يعرف",
                    "سمي",
                    "يسمى",
                )
            if entry.words == ("فقد",):
                told = following.word.verb
                fits = told is not None and (not told.ambiguous or (i > 0 and self.units[i - 1].is_comma))
                return fits and not following.word.definite
            if entry.words == ("علي", "ان") and i > 0 and self.units[i - 1].word.core in _NOUNS_OF_SPEECH:
                return False
            if entry.words == ("ثم",):
                return is_verb(self.units, i + 1, True) or "was" in following.word.classes or following.date >= 0
            return True
        if entry.kind == "that-time":
            return self._goes_on_then(i)
        if entry.kind == "until":
            told = following.word.verb
            sure = told is not None and told.aspect == "perfect" and not told.ambiguous and following.word.act is None
            said = (self.units[k].word.speech for k in self.now.units) if len(entry.words) > 1 else ()
            return sure and self.now.verb >= 0 and not any(s is not None and "إلى" in s.complements for s in said)
        if entry.kind in ("as", "when", "past"):
            verb = is_verb(self.units, i + len(entry.words), True)
            return verb and entry.kind != "past"
        return False

    def _verb(self, i: int, unit: Unit) -> None:
        word = unit.word
        now = self.now
        if now.verb < 0 and not word.lead and word.verb is not None and word.verb.guessed and self._set_apart():
            now.units.append(i)
            return
        if self._denied_anew(i):
            now.units.pop()
            clause = self._beside("and", i - 1)
            clause.units.append(i - 1)
            clause.verb = i
        elif word.lead:
            self._joined_verb(i)
        elif now.verb >= 0 and self.units[i - 1].date >= 0 and self._tells_when():
            self._beside("and", i).verb = i
        elif now.verb < 0 and ((now.kind != "tail" and self._governed_before(i)) or told_of_owned(self.units, i)):
            clause = self._push("relative", -1)
            clause.antecedent, clause.verb = i - 1, i
        elif now.verb < 0:
            now.verb = i
        elif now.verb == i - 1 and self._auxiliary(now.verb, i):
            pass
        elif joint := self._joint(i) or joined_subject(self.units, now.units, i):
            self._anew_from(i, joint)
        elif (now.kind == "relative" and not now.between_commas and self._parent_waits()) or (
            now.kind == "circumstance" and self._returns(i)
        ):
            self._pop()
            self.now.verb = i
        elif self._auxiliary(now.verb, i):
            pass
        elif i > 0 and self.units[i - 1].text in COMMAS:
            self._beside("and", i).verb = i
        elif now.kind in _SUBORDINATE and self._parent_waits() and self._tells(i):
            self._pop()
            self.now.verb = i
        elif (
            self._indefinite_before(i)
            or self._resumes(i)
            or self._takes_up(i)
            or self._of_meeting(i)
            or (self._awaits(i) and self._opens_content(i))
        ):
            particles = self._particles_before(i)
            del now.units[len(now.units) - particles :]
            clause = self._push("relative", -1)
            clause.antecedent, clause.verb = i - 1 - particles, i
            clause.units.extend(range(i - particles, i))
        elif (lasting := self._lasts(i)) >= 0:
            clause = self._push("relative", -1)
            clause.antecedent, clause.verb = lasting, i
        self.now.units.append(i)

    def _surely_verb(self, i: int) -> bool:
        verb = self.units[i].word.verb
        return verb is not None and not verb.ambiguous and not verb.guessed

    def _tells(self, i: int) -> bool:
        """Tells whether a verb goes on with the sentence rather than describing a noun before it."""
        return self._surely_verb(i) and not self._indefinite_before(i)

    def _awaits_verb(self, i: int) -> bool:
        """Tells whether a form that is verb or noun more likely is a verb here: nothing governs yet."""
        return self.now.verb < 0 or (_points_back(self.units[i - 1].word) and bool(self._joint(i)))

    def _joint(self, i: int) -> list[int]:
        """Returns the units behind the last comma of the clause and before a verb where they only join sentences (،
        وبذلك │ يغيب …, ، إلى ذلك │ سيؤدي …), else none."""
        own = self.now.units
        comma = next((place for place in range(len(own) - 1, -1, -1) if self.units[own[place]].text in COMMAS), -1)
        behind = own[comma + 1 :]
        shown = any(_points_back(self.units[k].word) for k in behind)
        plain = all(self.units[k].date < 0 and _joins(self.units[k].word) for k in behind)
        return behind if comma > 0 and shown and plain and behind[-1:] == [i - 1] and len(behind) < 4 else []

    def _anew_from(self, i: int, joint: list[int]) -> None:
        del self.now.units[len(self.now.units) - len(joint) :]
        clause = self._beside("and", joint[0])
        clause.units.extend(joint)
        clause.verb = i

    def _set_apart(self) -> bool:
        """Tells whether أما opened the clause, whose verb then comes with ف."""
        return self.now.opener >= 0 and self.units[self.now.opener].word.stem == "أما"

    def _denied_anew(self, i: int) -> bool:
        """Tells whether و before a negation opens a clause with this verb (زرته أمس، ولم يسمحوا لي …)."""
        before = self.units[i - 1].word if i else None
        if before is None or before.lead != "و" or "negation" not in before.classes:
            return False
        own = self.now.units
        return len(own) > 1 and own[-1] == i - 1

    def _joined_verb(self, i: int) -> None:
        now = self.now
        if now.verb < 0 and not any(self.units[k].date < 0 and not self.units[k].is_mark for k in now.units):
            now.verb = i
            return
        if self.units[i].word.lead == "ف" and self._answers_topic():
            now.verb = i
            return
        speech = self.units[i].word.speech
        unit_verb = self.units[i].word.verb
        if speech is not None and not speech.ambiguous and now.frame >= 0:
            self._leave_frames()
        lasting = unit_verb is not None and unit_verb.lemma in ("استمر", "انتهى", "دام", "تواصل")
        lasting = lasting or self._agrees_with_relative(now, unit_verb)
        if now.kind == "relative" and (now.between_commas or self._parent_waits() or lasting) and now is self.now:
            clause = self._push("relative", now.opener)
            clause.antecedent, clause.between_commas = now.antecedent, now.between_commas
            self.stack.pop(-2)
            self.now.verb = i
            return
        self._beside("and", i).verb = i

    def _agrees_with_relative(self, now: Clause, verb: Verb | None) -> bool:
        """Tells whether a joined verb goes on with the relative clause: it has its gender, which the verb above has
        not (راقب الحزب الحرب التي ظهرت … وقادت إلى نصر)."""
        if verb is None or now.kind != "relative" or now.verb < 0 or now.parent < 0:
            return False
        inner = self.units[now.verb].word.verb
        outer = self.units[self.found[now.parent].verb].word.verb if self.found[now.parent].verb >= 0 else None
        if inner is None or outer is None or verb.aspect != inner.aspect:
            return False
        return verb.person == inner.person != outer.person

    def _parent_waits(self) -> bool:
        parent = self.now.parent
        return parent >= 0 and self.found[parent].verb < 0 and self.found[parent].kind != "bracket"

    def _returns(self, i: int) -> bool:
        """Tells whether a comma closes an insertion with وهو and the clause above gets its verb here."""
        return self.units[i - 1].text in COMMAS and self._parent_waits()

    def _particles_before(self, i: int) -> int:
        """Counts كان and قد right before a verb that describes a noun (قطعة كانت قد سرقت)."""
        count = 0
        while i - 1 - count > 0 and self.units[i - 1 - count].word.classes & {"was", "aspect"}:
            count += 1
        own = self.now.units
        return count if own[len(own) - count :] == list(range(i - count, i)) else 0

    def _auxiliary(self, verb: int, i: int) -> bool:
        """Tells whether the verb at i belongs to the phase verb before it (بدأ يعمل) with nothing but its subject
        between."""
        first = self.units[verb].word
        second = self.units[i].word.verb
        return (
            bool(first.classes & {"phase", "become", "modal"}) and second is not None and second.aspect == "imperfect"
        )

    def _lasts(self, i: int) -> int:
        """Returns the last unit of the indefinite noun, farther before it, of which an imperfect tells how long or of
        what it is (معسكرا مغلقا في المدينة │ يستمر حتى الخميس); -1 for other verbs."""
        verb = self.units[i].word.verb
        if verb is None or verb.aspect != "imperfect" or not _LASTING & set(verb.lemma.split("|")):
            return -1
        for k in self.now.units:
            word = self.units[k].word
            noun = word.act is not None or (word.stem.endswith("ا") and bool(word.common))
            if k > self.now.verb and noun and not (word.definite or word.pronoun or word.lead):
                after = self.units[k + 1].word
                described = after.stem.endswith(("ا", "ة")) and not (after.lead or after.prefix or after.definite)
                return k + described if word.feminine == (verb.person == "3fs") else -1
        return -1

    def _takes_up(self, i: int) -> bool:
        """Tells whether a perfect with an object pronoun describes a noun before it: مقترحا للهدنة قدمته البعثة."""
        verb = self.units[i].word.verb
        return verb is not None and verb.pronoun in ("ه", "ها") and not verb.ambiguous and self.units[i - 1].date < 0

    def _resumes(self, i: int) -> bool:
        """Tells whether an imperfect takes up the clause before it: في زيارة رسمية لروسيا يجري خلالها محادثات."""
        verb = self.units[i].word.verb
        after = self.units[i + 1] if i + 1 < len(self.units) else None
        before = self.units[i - 1]
        return (
            verb is not None
            and verb.aspect == "imperfect"
            and not verb.ambiguous
            and ((after is not None and "preposition-bound" in after.word.classes) or before.date >= 0)
        )

    def _of_meeting(self, i: int) -> bool:
        """Tells whether a لـ phrase stands between the verb and the meeting it describes: مؤتمر للمانحين عقد في
        نيروبي."""
        return self.units[i - 1].word.prefix == "ل" and i > 1 and self.units[i - 2].word.act is not None

    def _governed_before(self, i: int) -> bool:
        """Tells whether the verb describes an indefinite noun behind a preposition: وفي مؤتمر صحفي عقده أمس، قال …"""
        if i < 2 or not self._indefinite_before(i):
            return False
        verb = self.units[i].word.verb
        k = i - 1
        while k > 0 and i - k < 3 and not self.units[k].word.preposition and not self.units[k].is_mark:
            k -= 1
        if verb is None or verb.aspect != "perfect":
            return False
        if self.now.kind == "saying" and self.units[i - 1].word.prefix:
            return True
        after = self.units[k].word.stem.removeprefix("و") in _AFTERMATH and self.units[i - 1].word.act is not None
        return self.units[k].word.preposition and (bool(verb.pronoun) or (after and k == i - 2))

    def _governs_here(self, k: int) -> bool:
        """Tells whether a unit is the clause's own verb and nothing else, so that no noun to be described (ستدخل │
        طور الاستغلال)."""
        verb = self.units[k].word.verb
        return k == self.now.verb and verb is not None and not verb.ambiguous and not verb.guessed

    def _indefinite_before(self, i: int) -> bool:
        particle = self.units[i - 1].word if i > 1 else None
        denied = particle is not None and "negation" in particle.classes and not particle.lead
        particles = 1 if denied else self._particles_before(i) if i > 2 else 0
        before = self.units[i - 1 - particles] if i else None
        if before is None or before.is_mark or before.date >= 0 or self._governs_here(i - 1 - particles):
            return False
        word = before.word
        return not (word.definite or word.place or word.given or word.pronoun or word.classes & {"demonstrative"}) or (
            word.stem.endswith(("ا", "ين")) and not word.definite
        )


def _points_back(word: Word) -> bool:
    """Tells whether a word is ذلك, هذا or هكذا, alone or behind a preposition (بذلك, لهذا)."""
    return word.stem.removeprefix("ب").removeprefix("ل").removeprefix("ك") in _POINTERS


def _joins(word: Word) -> bool:
    return _points_back(word) or word.preposition or "aspect" in word.classes or word.core.rstrip("ا") in _REACTING
