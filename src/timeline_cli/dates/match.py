"""Patterns over token classes: their small language, and how a stretch of tokens becomes meanings.

A pattern is a line such as `w:WEEKDAY? d:DAY OF? m:MONTH y:YEAR?`: classes (`A|B` is either), each with an optional
name, `?` for what may be missing, brackets with ` | ` for alternatives. It compiles to a regular expression over the
letters of the tokens. Levels run one after the other; what a level finds stands for the next one as a single token of
the classes that its meaning has.

Nothing here depends on the words themselves, so what a pattern finds in a string of letters is remembered.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from typing import Any

from timeline_cli.dates.meaning import Meaning
from timeline_cli.dates.surfaces import lexicon
from timeline_cli.dates.tokens import Tokens
from timeline_cli.dates.words import UNKNOWN, Word

LONGEST_ISLAND = 48
_MEMORY = 1 << 15


class Item:
    """A token, or a meaning found in several, as the next level sees it.

    `start`, `end`: offsets in the text; `first`, `last`: indexes of its first token and after its last one.
    """

    __slots__ = ("end", "first", "last", "letter", "meaning", "pattern", "start", "word")

    def __init__(
        self,
        word: Word | None,
        start: int,
        end: int,
        first: int,
        last: int,
        letter: str,
        meaning: Meaning | None = None,
        pattern: Pattern | None = None,
    ) -> None:
        self.word = word
        self.start = start
        self.end = end
        self.first = first
        self.last = last
        self.letter = letter
        self.meaning = meaning
        self.pattern = pattern


class Parts:
    """The named parts of a match, and the words around it."""

    __slots__ = ("_items", "_names", "end", "start", "text", "tokens")

    def __init__(self, items: Sequence[Item], names: dict[str, int], start: int, end: int, tokens: Tokens, text: str):
        self._items = items
        self._names = names
        self.start = start
        self.end = end
        self.tokens = tokens
        self.text = text

    def __getitem__(self, name: str) -> Item:
        return self._items[self._names[name]]

    def __contains__(self, name: str) -> bool:
        return name in self._names

    @property
    def names(self) -> set[str]:
        """The names of the parts that are there."""
        return set(self._names)

    def get(self, name: str) -> Item | None:
        """Returns a part, None where the match has none of that name."""
        index = self._names.get(name)
        return None if index is None else self._items[index]

    def data(self, name: str, cls: str) -> Any:
        """Returns what a class says of a part's word; None for a missing part."""
        index = self._names.get(name)
        if index is None:
            return None
        word = self._items[index].word
        return None if word is None else word.data.get(cls)

    def meaning(self, name: str) -> Any:
        """Returns the meaning of a part, None where it is a plain word or missing."""
        index = self._names.get(name)
        return None if index is None else self._items[index].meaning

    def before(self, distance: int = 1) -> Word | None:
        """Returns the word so many tokens before the match, None at the edge."""
        index = self._items[self.start].first - distance
        return self.tokens.words[index] if index >= 0 else None

    def after(self, distance: int = 1) -> Word | None:
        """Returns the word so many tokens after the match, None at the edge."""
        index = self._items[self.end - 1].last - 1 + distance
        return self.tokens.words[index] if index < len(self.tokens.words) else None

    def index(self, name: str) -> int:
        """Returns the position of a part among the items of its level."""
        return self._names[name]

    def starts_with(self, cls: str) -> bool:
        """Tells whether the first word of the match has a class."""
        word = self._items[self.start].word
        return word is not None and cls in word.classes

    def touching(self) -> bool:
        """Tells whether no white space stands between the items of the match."""
        items = self._items[self.start : self.end]
        return all(a.end == b.start for a, b in pairwise(items))

    @property
    def items(self) -> Sequence[Item]:
        """The items of the match."""
        return self._items[self.start : self.end]


Build = Callable[[Parts], "Meaning | None"]


@dataclass(frozen=True, slots=True, eq=False)
class Pattern:
    """What may stand side by side, and what it means then.

    `form`: the pattern. `build`: makes the meaning, or None to refuse. `makes`: classes of the result for the next
    levels. A part named `out` stands outside the expression. `examples`: pairs of a text and the TIMEX3 value that it
    must get there with the document date 2023-03-15.
    """

    name: str
    form: str
    build: Build
    makes: frozenset[str]
    examples: tuple[tuple[str, str | None], ...] = ()


def pattern(name: str, form: str, build: Build, makes: str, *examples: tuple[str, str | None]) -> Pattern:
    """Returns a pattern; `makes` is a list of classes in one string."""
    return Pattern(name, form, build, frozenset(makes.split()), examples)


_PART = re.compile(r"\(|\)\??|\||(?:([a-z][a-z0-9]*):)?([A-Z][A-Z0-9_]*(?:\|[A-Z][A-Z0-9_]*)*)(\??)")


def compile_form(form: str, letters_with: Callable[[str], str]) -> re.Pattern[str]:
    """Returns the regular expression over letters that a pattern's form stands for.

    Raises ValueError where the form cannot be read.
    """
    out: list[str] = []
    at = 0
    seen: dict[str, int] = {}
    for match in _PART.finditer(form):
        if form[at : match.start()].strip():
            raise ValueError(f"pattern {form!r}: cannot read {form[at : match.start()]!r}")
        at = match.end()
        text = match[0]
        if text == "(":
            out.append("(?:")
        elif text in (")", ")?", "|"):
            out.append(text)
        else:
            name, classes, optional = match.groups()
            letters = "".join(dict.fromkeys("".join(letters_with(cls) for cls in classes.split("|"))))
            if not letters:
                raise ValueError(f"pattern {form!r}: no word has class {classes}")
            body = f"[{letters}]"
            if name:
                # The same name may stand in several alternatives; a regular expression wants them distinct.
                seen[name] = seen.get(name, 0) + 1
                body = f"(?P<{name}_{seen[name]}>{body})"
            out.append(body + optional)
    if form[at:].strip():
        raise ValueError(f"pattern {form!r}: cannot read {form[at:]!r}")
    return re.compile("".join(out))


Found = tuple[Pattern, int, int, dict[str, int]]


class Level:
    """Patterns that compete with each other. Longer matches win, then earlier ones, then earlier patterns."""

    def __init__(self, patterns: Sequence[Pattern]) -> None:
        self.patterns = patterns
        self._expressions: list[tuple[Pattern, re.Pattern[str]]] = []
        self._starting: dict[str, list[tuple[int, Pattern, re.Pattern[str]]]] = {}
        self.memory: dict[str, list[Found]] = {}

    def compile(self, letters_with: Callable[[str], str]) -> None:
        """Compiles the patterns against the letters in use."""
        self._expressions = [(p, compile_form(p.form, letters_with)) for p in self.patterns]

    def _candidates(self, letter: str) -> list[tuple[int, Pattern, re.Pattern[str]]]:
        found = self._starting.get(letter)
        if found is None:
            found = self._starting[letter] = [
                (rank, p, expression)
                for rank, (p, expression) in enumerate(self._expressions)
                if _may_start(p.form, letter)
            ]
        return found

    def find(self, letters: str) -> list[Found]:
        """Returns all matches in a string of letters, best first."""
        ranked: list[tuple[int, int, int, Found]] = []
        for at, letter in enumerate(letters):
            for rank, p, expression in self._candidates(letter):
                match = expression.match(letters, at)
                if match is not None and match.end() > at:
                    names = {key.rpartition("_")[0]: match.start(key) for key, hit in match.groupdict().items() if hit}
                    ranked.append((at - match.end(), at, rank, (p, at, match.end(), names)))
        ranked.sort(key=lambda entry: entry[:3])
        found = [entry[3] for entry in ranked]
        if len(self.memory) >= _MEMORY:
            self.memory.clear()
        self.memory[letters] = found
        return found


@cache
def _first_classes(form: str) -> frozenset[str]:
    """Returns the classes that a match of a form can begin with."""
    return frozenset(_edge(_parse(form), backwards=False)[0])


def _parse(form: str) -> list[Any]:
    stack: list[list[list[Any]]] = [[[]]]
    for match in _PART.finditer(form):
        text = match[0]
        if text == "(":
            stack.append([[]])
        elif text == "|":
            stack[-1].append([])
        elif text in (")", ")?"):
            group = stack.pop()
            stack[-1][-1].append((group, text == ")?"))
        else:
            _, classes, optional = match.groups()
            stack[-1][-1].append((classes.split("|"), bool(optional)))
    return stack[0]


def _edge(alternatives: list[Any], backwards: bool) -> tuple[set[str], bool]:
    """Returns the classes that can stand first (or last), and whether all may be missing."""
    found: set[str] = set()
    empty = False
    for sequence in alternatives:
        for body, optional in reversed(sequence) if backwards else sequence:
            if isinstance(body[0], str):
                found.update(body)
                missing = False
            else:
                inner, missing = _edge(body, backwards)
                found |= inner
            if not (optional or missing):
                break
        else:
            empty = True
    return found, empty


def _classes_in(alternatives: list[Any]) -> Iterator[str]:
    for sequence in alternatives:
        for body, _ in sequence:
            if isinstance(body[0], str):
                yield from body
            else:
                yield from _classes_in(body)


def _may_start(form: str, letter: str) -> bool:
    return not _first_classes(form).isdisjoint(_classes_of(letter))


@cache
def _classes_of(letter: str) -> frozenset[str]:
    return lexicon().classes_of(letter)


@dataclass(slots=True)
class Grammar:
    """Levels of patterns, ready to be run over tokens."""

    levels: tuple[Level, ...]
    strong: frozenset[str] = field(default_factory=frozenset)
    starters: frozenset[str] = field(default_factory=frozenset)
    enders: frozenset[str] = field(default_factory=frozenset)
    _run: re.Pattern[str] = field(default_factory=lambda: re.compile("(?!)"))
    result_letters: dict[frozenset[str], str] = field(default_factory=dict)
    _barren: set[str] = field(default_factory=set)

    def compile(self, strong_classes: frozenset[str]) -> None:
        """Gives every result its letter and compiles all patterns."""
        words = lexicon()
        for level in self.levels:
            for p in level.patterns:
                self.result_letters[p.makes] = words.letter(p.makes)
        for level in self.levels:
            level.compile(words.letters_with)
        trees = [_parse(p.form) for level in self.levels for p in level.patterns]
        self.strong = _letters_of(strong_classes)
        self.starters = _letters_of(set().union(*(_edge(tree, backwards=False)[0] for tree in trees)))
        self.enders = _letters_of(set().union(*(_edge(tree, backwards=True)[0] for tree in trees)))
        used = _letters_of({cls for tree in trees for cls in _classes_in(tree)})
        self._run = re.compile(f"[{''.join(sorted(used))}]+")

    def islands(self, tokens: Tokens) -> Iterator[tuple[int, int]]:
        """Yields runs of tokens that patterns speak of and that hold a strong one, as indexes.

        What no pattern begins or ends with is left off; a run is at most LONGEST_ISLAND long.
        """
        letters = tokens.letters
        strong, starters, enders = self.strong, self.starters, self.enders
        for match in self._run.finditer(letters):
            first, last = match.span()
            while first < last and letters[first] not in starters:
                first += 1
            while first < last and letters[last - 1] not in enders:
                last -= 1
            while last - first > LONGEST_ISLAND:
                if not strong.isdisjoint(letters[first : first + LONGEST_ISLAND]):
                    yield first, first + LONGEST_ISLAND
                first += LONGEST_ISLAND
            if not strong.isdisjoint(letters[first:last]):
                yield first, last

    def reaches_edge(self, tokens: Tokens) -> tuple[bool, bool]:
        """Tells whether a stretch of known tokens that holds a strong one begins or ends with the window."""
        letters = tokens.letters
        if not letters:
            return False, False
        left = right = False
        if letters[0] != UNKNOWN:
            stop = letters.find(UNKNOWN)
            left = not self.strong.isdisjoint(letters if stop < 0 else letters[:stop])
        if letters[-1] != UNKNOWN:
            right = not self.strong.isdisjoint(letters[letters.rfind(UNKNOWN) + 1 :])
        return left, right

    def read(self, tokens: Tokens, text: str) -> list[Item]:
        """Returns the items that carry a meaning, in order."""
        results: list[Item] = []
        for first, last in self.islands(tokens):
            letters = tokens.letters[first:last]
            if letters in self._barren:
                continue
            items = [
                Item(tokens.words[i], tokens.starts[i], tokens.ends[i], i, i + 1, letters[i - first])
                for i in range(first, last)
            ]
            before = letters
            fruitful = False
            for level in self.levels:
                found = level.memory.get(letters)
                if found is None:
                    found = level.find(letters)
                if found:
                    fruitful = True
                    items, letters = self._apply(found, items, letters, tokens, text)
            if not fruitful:
                if len(self._barren) >= _MEMORY:
                    self._barren.clear()
                self._barren.add(before)
                continue
            results += [item for item in items if item.meaning is not None]
        return results

    def _apply(
        self, found: list[Found], items: list[Item], letters: str, tokens: Tokens, text: str
    ) -> tuple[list[Item], str]:
        """Replaces what patterns found by single items, best matches first."""
        covered = 0  # one bit an item
        taken: list[tuple[int, int, Item]] = []
        for p, start, end, names in found:
            span = (1 << end) - (1 << start)
            if covered & span:
                continue
            meaning = p.build(Parts(items, names, start, end, tokens, text))
            if meaning is None:
                continue
            covered |= span
            head, tail = items[start + ("out" in names)], items[end - 1]
            item = Item(None, head.start, tail.end, head.first, tail.last, self.result_letters[p.makes], meaning, p)
            taken.append((start, end, item))
        if not taken:
            return items, letters
        if len(taken) == 1:
            start, end, item = taken[0]
            return [*items[:start], item, *items[end:]], letters[:start] + item.letter + letters[end:]
        taken.sort(key=lambda entry: entry[0])
        out: list[Item] = []
        at = 0
        for start, end, item in taken:
            out += items[at:start]
            out.append(item)
            at = end
        out += items[at:]
        return out, "".join([item.letter for item in out])


def _letters_of(classes: Iterable[str]) -> frozenset[str]:
    words = lexicon()
    return frozenset(letter for cls in classes for letter in words.letters_with(cls))
