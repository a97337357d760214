"""Cuts a sentence into clauses from left to right (docs/events.md §1.3, §1.4)."""

from __future__ import annotations

from collections.abc import Sequence

from timeline_cli.text.ambiguous_verbs import may_be_imperfect
from timeline_cli.text.brackets import named_in_brackets, number_in_brackets
from timeline_cli.text.clauses import Clause
from timeline_cli.text.connectives import connective_at
from timeline_cli.text.describing import (
    back_to_verb,
    describes,
    farther_noun,
    goes_on,
    governed_before,
    lasting_noun,
    named_meeting,
    particles_before,
    told_of_first,
    told_of_owned,
    was_done_to_noun,
)
from timeline_cli.text.finite_verbs import is_verb
from timeline_cli.text.joints import (
    denied_anew,
    goes_on_with_relative,
    inside_name,
    joined_subject,
    joining_units,
    measures,
    names_doer_again,
    opens_relative_of_ma,
    plan_follows,
    presents,
    sets_scene,
    splits,
    surely_follows,
    verb_follows,
)
from timeline_cli.text.open_clauses import OpenClauses
from timeline_cli.text.quoting import CLOSER, names_body, opens_quotation, quoted
from timeline_cli.text.returning import back_to_act, back_to_phrase
from timeline_cli.text.speech import (
    back_to_object,
    denied_act,
    expects,
    expects_again,
    frames_speech,
    is_awaited,
    says,
    tells_of_act,
)
from timeline_cli.text.tokens import CLOSING, COMMAS, DASHES, OPENING, QUOTES, Unit
from timeline_cli.text.waiting import (
    SUBORDINATE,
    answers_time,
    encloses_day,
    goes_on_with,
    plain_colon,
    plan_dated,
    state_told,
    waits_behind_insertion,
    waits_for_answer,
    waits_for_main_verb,
    waits_for_quotation,
    wants_verb,
)
from timeline_cli.text.words import SCENES

_RETURNS = (back_to_object, back_to_verb, back_to_phrase, back_to_act)
_STOPS = frozenset(".…")
_TAILS = frozenset({"على", "وفق", "بحسب", "حسب", "وفقا", "طبقا", "تبعا", "حسبما"})


def clauses(units: Sequence[Unit]) -> list[Clause]:
    """Returns the clauses of a sentence; the first is the one it begins with."""
    return _Reader(units).read()


class _Reader(OpenClauses):
    """Reads units from left to right."""

    def __init__(self, units: Sequence[Unit]) -> None:
        super().__init__()
        self.units = units
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

    def _mark(self, i: int, text: str) -> None:
        if i in self.plain_marks:
            self.now.units.append(i)
            return
        closes = text in CLOSING or (text in QUOTES and not opens_quotation(self.units, i))
        if (self.now.closer and text == self.now.closer) or (closes and self.closes(text)):
            while self.now.closer != text:
                self.pop()
            self.pop()
            return
        if text in "([{" and (closing := number_in_brackets(self.units, i) or named_in_brackets(self.units, i)):
            self.plain_marks.update((i, closing))
            self.now.units.append(i)
        elif text in "([{":
            self.push("bracket", i, closer=CLOSER[text])
        elif text in OPENING or (text in QUOTES and opens_quotation(self.units, i)):
            self._open_quotation(i, text)
        elif text == ":" and plain_colon(self.units, self.now, i):
            self.now.units.append(i)
        elif text == ":" and self._waits_for_quotation():
            self.push("quote", i, framed=True)
        elif text in COMMAS or text in DASHES:
            self._comma(i)
        else:
            self.now.units.append(i)

    def _waits_for_quotation(self) -> bool:
        """Tells whether a colon opens what is said; an insertion with وهو before it is left for its speaker (قالت لينا
        الراوي، وهي معلمة │: «…»)."""
        above = self.found[self.now.parent] if self.now.kind == "circumstance" else None
        if above is not None and above.verb >= 0 and waits_for_quotation(self.units, above):
            self.pop()
        return waits_for_quotation(self.units, self.now)

    def _open_quotation(self, i: int, text: str) -> None:
        inner = quoted(self.units, i)
        inside = i > 0 and self.units[i - 1].text != ":" and self.now.kind == "complement" and bool(self.now.units)
        named = inner.short and names_body(self.units, i)
        if inner.short and (not inner.told or inside or named):
            self.now.units.append(i)
            self.plain_marks.add(inner.end)
            self.skip_to = inner.end if named else self.skip_to
        elif text not in CLOSING or inner.closer:
            self.push("quote", i, framed=True, closer=inner.closer)

    def _comma(self, i: int) -> None:
        now = self.now
        if now.kind == "circumstance" and waits_behind_insertion(self.units, now, self.found[now.parent], i):
            self.pop()
            if self.now.verb < 0 and self.now.units and self.units[self.now.units[-1]].is_comma:
                self.now.units.pop()  # the comma that opened the insertion parts no subject from its verb
            if self.now.verb < 0 and goes_on_with(self.units, i + 1):
                self.now.verb = self.skip_verb = i + 1
            return
        if now.kind == "relative" and now.verb >= 0 and encloses_day(self.units, now, i):
            now.units.append(i)
            return
        while (
            self.now.kind == "relative"
            and len(self.stack) > 1
            and (self.now.verb >= 0 or plan_dated(self.units, self.now))
        ):
            between = self.now.between_commas
            self.pop()
            if between:
                return
        self.now.units.append(i)

    def _date(self, i: int, unit: Unit) -> None:
        dated = any(self.units[k].date >= 0 for k in self.now.units)
        stopped = i > 0 and self.units[i - 1].text in COMMAS
        afresh = self.now.verb >= 0 and self.now.kind in ("main", "and") and bool(unit.preposition)
        afresh = afresh and surely_follows(self.units, i)
        joined = (unit.lead == "و" and unit.preposition != "حتى") or (stopped and (dated or afresh))
        joined = joined or (i > 1 and self.units[i - 1].text in _STOPS)  # اتفقنا على كل شيء.. أمس طلبوا …
        anew = unit.lead == "ف" and bool(unit.preposition)
        closing = self.now.kind == "relative" and self.now.between_commas and self.now.verb < 0
        if self.told() and not closing and (anew or (joined and verb_follows(self.units, i))):
            self.beside("and", i)
        self.now.units.append(i)

    def _word(self, i: int, unit: Unit) -> None:
        word = unit.word
        if self.now.kind == "relative" and self._leaves_relative(i):
            self.pop()
        if word.lead == "و" and not word.classes.isdisjoint(SCENES) and sets_scene(self.units, self.now, i):
            self.beside("and", i).units.append(i)
            self.now.verb = self.skip_verb = i + 1
            return
        if "was" in word.classes and was_done_to_noun(self.units, self.now, i):
            clause = self.push("relative")
            clause.antecedent = i - 1
            clause.units.append(i)
            return
        if word.plain and not word.connects and not (i and "aspect" in self.units[i - 1].word.classes):
            if i and "negation" in self.units[i - 1].word.classes and is_verb(self.units, i, self.now.verb < 0):
                self._verb(i, unit)
            else:
                self.now.units.append(i)
            return
        if word.stem in _TAILS and self._tail_frame(i):
            return
        if "relative" in word.classes or (word.stem == "ما" and opens_relative_of_ma(self.units, self.now, i)):
            self._relative(i)
        elif word.lead == "و" and word.stem == "من" and plan_follows(self.units, i):
            self.beside("and", i).units.append(i)
        elif "complementizer" in word.classes and not word.verb:
            self._complementizer(i)
        elif word.speech is not None and word.speech.aspect == "participle" and frames_speech(self.units, i):
            self.leave_relatives()
            self.push("saying", i, framed=True).units.append(i)
        elif word.connects and self._connective(i):
            pass
        elif "was" in word.classes and presents(self.units, self.now, i):
            self.beside("and", i).units.append(i)
        elif (
            i != self.skip_verb
            and not measures(self.units, i)
            and not denied_act(self.units, self.now, i)
            and is_verb(self.units, i, wants_verb(self.units, self.now, i))
        ):
            self._verb(i, unit)
        else:
            self.now.units.append(i)

    def _leaves_relative(self, i: int) -> bool:
        above = self.found[self.now.parent]
        bears_date = self.now.opener < 0 and self.now.verb == i - 2 and self.units[i - 1].date >= 0
        verb = self.units[self.now.verb].word.verb if bears_date else None
        if verb is not None and "حمل" in verb.lemma.split("|"):
            return True  # دينار يحمل تاريخ 1905 │ بمبلغ كبير
        return any(goes_back(self.units, self.now, above, i) for goes_back in _RETURNS)

    def _relative(self, i: int) -> None:
        if self.now.kind == "circumstance" and self.now.verb < 0 and self.now.units == [i - 1]:
            return  # وهو الذي قاد المعركة: the circumstance's own verb
        between = i > 0 and self.units[i - 1].text in COMMAS
        if between and self.now.kind == "relative" and not self.now.between_commas:
            self.pop()
        before = self.now.units
        antecedent = next((k for k in reversed(before) if not self.units[k].is_mark and self.units[k].date < 0), -1)
        if between and before and self.units[before[-1]].text in COMMAS:
            before.pop()
        clause = self.push("relative", i)
        clause.antecedent = antecedent
        clause.between_commas = between

    def _complementizer(self, i: int) -> None:
        word = self.units[i].word
        following = self.units[i + 1] if i + 1 < len(self.units) else None
        if word.stem in ("أن", "ان") and following is not None and following.word.verb is not None:
            subjunctive = may_be_imperfect(following.word)
            noun = tells_of_act(self.units, self.now, following.word)
            if subjunctive and not noun and expects_again(self.units, self.now, i):
                clause = self.beside("and", i)
                clause.units.append(i)
                clause.verb = self.skip_verb = i + 1
                return
            if noun:
                self.skip_verb = i + 1
            if (subjunctive or self.now.verb < 0) and not (noun or expects(self.units, self.now)):
                self.now.units.append(i)
                if self.now.verb >= 0 and self.now.verb == i - 1 and is_awaited(self.units[i - 1].word):
                    self.now.verb = self.skip_verb = i + 1
                elif self.now.verb >= 0:
                    self.skip_verb = i + 1
                return
        elif following is not None and "negation" in following.word.classes and self.now.verb < 0:
            self.now.units.append(i)
            return
        while self.now.kind == "relative" and self.now.verb >= 0 and self.units[self.now.verb].word.speech is None:
            self.pop()
        self._back_to_speech(i)
        if word.lead == "و" and self.now.frame >= 0 and len(self.stack) > 1:
            while len(self.stack) > 1 and self.now.kind != "complement":
                self.pop()
            if self.now.kind == "complement":
                self.pop()
        self.push("complement", i, framed=True)

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

    def _connective(self, i: int) -> bool:
        entry = connective_at(self.units, i)
        if entry is not None and entry.words == ("فقد",) and waits_for_answer(self.units, self.now):
            self.now.units.append(i)
            return True
        if entry is None or (
            entry.kind in ("and", "then", "relative", "complement") and entry.words[0] not in ("ثم", "فقد", "فان")
        ):
            return False
        if not splits(self.units, self.now, i, entry, told=self.told()) or inside_name(self.units, i):
            return False
        if entry.kind == "as" and says(self.units, i + 1):
            self.beside("tail", i)
        elif self.now.units or self.now.kind != "main" or len(self.stack) > 1:
            self.beside("and" if entry.kind == "that-time" else entry.kind, i)
        else:
            self.now.opener = i
            self.now.kind = "perhaps" if entry.kind == "perhaps" else self.now.kind
        self.skip_to = i + len(entry.words)
        self.now.units.append(i)
        if entry.kind == "until":
            self.now.verb = self.skip_verb = i + len(entry.words)
        return True

    def _tail_frame(self, i: int) -> bool:
        """Opens the clause of a tail frame: على ما أفاد، حسبما ذكر، وفق ما أعلن."""
        length = 1 if self.units[i].word.stem == "حسبما" else 2
        if length == 2 and (i + 1 >= len(self.units) or self.units[i + 1].word.stem not in ("ما", "لما")):
            return False
        if not says(self.units, i + length):
            return False
        self.leave_relatives()
        self.push("tail", i)
        self.skip_to = i + length
        self.now.units.append(i)
        return True

    def _verb(self, i: int, unit: Unit) -> None:
        word = unit.word
        now = self.now
        if not word.lead and word.verb is not None and word.verb.guessed and waits_for_answer(self.units, now):
            now.units.append(i)
            return
        if denied_anew(self.units, now, i):
            self.anew_from(i, [i - 1])
        elif word.lead:
            self._joined_verb(i)
        elif now.verb >= 0 and answers_time(self.units, now, i):
            self.beside("and", i).verb = i
        elif now.verb < 0 and (
            (now.kind != "tail" and governed_before(self.units, now, i)) or told_of_owned(self.units, i)
        ):
            self.describe(i - 1, i)
        elif now.verb < 0 and state_told(self.units, now, i):
            self.beside("and", i).verb = i
        elif now.verb < 0:
            now.verb = i
        elif now.verb == i - 1 and waits_for_main_verb(self.units, now, i):
            pass
        elif told_of_first(self.units, now, i):
            self.describes_first(i)
        elif opening := joining_units(self.units, now, i) or joined_subject(self.units, now, i):
            self.anew_from(i, opening)
        elif (now.kind == "relative" and not now.between_commas and self.parent_waits()) or (
            now.kind == "circumstance" and self._returns(i)
        ):
            self.pop()
            self.now.verb = i
        elif waits_for_main_verb(self.units, now, i):
            pass
        elif i > 0 and self.units[i - 1].text in COMMAS:
            self.beside("and", i).verb = i
        elif now.kind in SUBORDINATE and self.parent_waits() and goes_on(self.units, now, i):
            self.pop()
            self.now.verb = i
        elif describes(self.units, now, i):
            particles = particles_before(self.units, now, i)
            del now.units[len(now.units) - particles :]
            self.describe(i - 1 - particles, i).units.extend(range(i - particles, i))
        elif (meeting := named_meeting(self.units, i)) >= 0:
            self.describe(meeting, i)
        elif (lasting := lasting_noun(self.units, now, i)) >= 0:
            self.describe(lasting, i)
        elif (farther := farther_noun(self.units, now, i)) >= 0:
            self.describe(farther, i)
        self.now.units.append(i)

    def _joined_verb(self, i: int) -> None:
        now = self.now
        if now.verb < 0 and not any(self.units[k].date < 0 and not self.units[k].is_mark for k in now.units):
            now.verb = i
            return
        if self.units[i].word.lead == "ف" and waits_for_answer(self.units, now):
            now.verb = i
            return
        speech = self.units[i].word.speech
        unit_verb = self.units[i].word.verb
        if speech is not None and not speech.ambiguous and now.frame >= 0:
            self.leave_frames()
        lasting = unit_verb is not None and unit_verb.lemma in ("استمر", "انتهى", "دام", "تواصل")
        lasting = lasting or goes_on_with_relative(self.units, now, self.found[now.parent], unit_verb)
        above = self.found[now.parent]
        inside = now.between_commas or self.parent_waits() or lasting
        if now.kind == "relative" and inside and now is self.now and not names_doer_again(self.units, above, i):
            clause = self.push("relative", now.opener)
            clause.antecedent, clause.between_commas = now.antecedent, now.between_commas
            self.stack.pop(-2)
            self.now.verb = i
            return
        self.beside("and", i).verb = i

    def _returns(self, i: int) -> bool:
        """Tells whether a comma closes an insertion with وهو and the clause above gets its verb here."""
        return self.units[i - 1].text in COMMAS and self.parent_waits()
