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
from timeline_cli.dates.words import UNKNOWN, Vocabulary, Word

LONGEST_ISLAND = 48
_MEMORY = 1 << 15
_NOTHING = re.compile("(?!)")


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


def _items(tokens: Tokens, first: int, last: int) -> list[Item]:
    """Returns the tokens between two indexes, each as an item of its own."""
    borders = tokens.borders
    return [
        Item(word, borders[index] + word.lead, borders[index + 1], index, index + 1, word.letter)
        for index, word in enumerate(tokens.words[first:last], first)
    ]


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
_Candidate = tuple[int, Pattern, re.Pattern[str], list[tuple[str, int]]]  # rank, pattern, expression, its named groups


class Level:
    """Patterns that compete with each other. Longer matches win, then earlier ones, then earlier patterns."""

    def __init__(self, patterns: Sequence[Pattern]) -> None:
        self.patterns = patterns
        self._starting: dict[str, list[_Candidate]] = {}
        self._starts = _NOTHING

    def compile(self, words: Vocabulary) -> None:
        """Compiles the patterns against the letters in use, and finds out which of them a letter can begin."""
        candidates: list[_Candidate] = []
        for rank, p in enumerate(self.patterns):
            expression = compile_form(p.form, words.letters_with)
            names = [(name.rpartition("_")[0], index) for name, index in expression.groupindex.items()]
            candidates.append((rank, p, expression, names))
        for classes, letter in words.letter_sets():
            starting = [entry for entry in candidates if not _first_classes(entry[1].form).isdisjoint(classes)]
            if starting:
                self._starting[letter] = starting
        self._starts = re.compile(f"[{''.join(self._starting)}]")

    def find(self, letters: str) -> list[Found]:
        """Returns all matches in a string of letters, best first."""
        ranked: list[tuple[int, int, int, Found]] = []
        for start in self._starts.finditer(letters):
            at = start.start()
            for rank, p, expression, names in self._starting[start[0]]:
                match = expression.match(letters, at)
                if match is not None and match.end() > at:
                    spans = match.regs
                    parts = {name: spans[index][0] for name, index in names if spans[index][0] >= 0}
                    ranked.append((at - match.end(), at, rank, (p, at, match.end(), parts)))
        ranked.sort()  # no two have both place and rank in common
        return [entry[3] for entry in ranked]


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


@dataclass(slots=True)
class Grammar:
    """Levels of patterns, ready to be run over tokens."""

    levels: tuple[Level, ...]
    strong: frozenset[str] = field(default_factory=frozenset)
    result_letters: dict[frozenset[str], str] = field(default_factory=dict)
    _run: re.Pattern[str] = _NOTHING
    _idle_starts: str = ""
    _idle_ends: str = ""
    _memories: tuple[dict[str, tuple[int, list[Found]]], ...] = ()

    def compile(self, strong_classes: frozenset[str]) -> None:
        """Gives every result its letter and compiles all patterns."""
        words = lexicon()
        for level in self.levels:
            for p in level.patterns:
                self.result_letters[p.makes] = words.letter(p.makes)
        for level in self.levels:
            level.compile(words)
        trees = [_parse(p.form) for level in self.levels for p in level.patterns]
        self.strong = _letters_of(strong_classes)
        starters = _letters_of(set().union(*(_edge(tree, backwards=False)[0] for tree in trees)))
        enders = _letters_of(set().union(*(_edge(tree, backwards=True)[0] for tree in trees)))
        used = _letters_of({cls for tree in trees for cls in _classes_in(tree)})
        self._idle_starts, self._idle_ends = "".join(used - starters), "".join(used - enders)
        # From the first letter of a run on, so that no run is tried twice.
        any_used, weak, strong = (f"[{''.join(sorted(of))}]" for of in (used, used - self.strong, used & self.strong))
        self._run = re.compile(f"(?<!{any_used}){weak}*+{strong}{any_used}*")
        self._memories = tuple({} for _ in self.levels)

    def islands(self, letters: str) -> Iterator[tuple[int, int]]:
        """Yields runs of tokens that patterns speak of and that hold a strong one, as indexes.

        What no pattern begins or ends with is left off; a run is at most LONGEST_ISLAND long.
        """
        strong = self.strong
        for match in self._run.finditer(letters):
            run = match[0].lstrip(self._idle_starts)
            last = match.end()
            first = last - len(run)
            last = first + len(run.rstrip(self._idle_ends))
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
        for first, last in self.islands(tokens.letters):
            letters = tokens.letters[first:last]
            index, found = self._ahead(0, letters)
            if not found:
                continue
            items = _items(tokens, first, last)
            while found:
                items, letters = self._apply(found, items, letters, tokens, text)
                index, found = self._ahead(index + 1, letters)
            results += [item for item in items if item.meaning is not None]
        return results

    def _ahead(self, index: int, letters: str) -> tuple[int, list[Found]]:
        """Returns the first level from an index on that finds something in a string of letters, and what it finds.

        What is found in a string of letters is remembered, level by level.
        """
        if index == len(self.levels):
            return index, []
        memory = self._memories[index]
        known = memory.get(letters)
        if known is None:
            found = self.levels[index].find(letters)
            known = (index, found) if found else self._ahead(index + 1, letters)
            if len(memory) >= _MEMORY:
                memory.clear()
            memory[letters] = known
        return known

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
