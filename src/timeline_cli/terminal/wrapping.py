"""Breaks right-to-left text into lines of a width, in logical order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len

from timeline_cli.terminal.bidi import PDI, RLI, Run


def width_of(line: Sequence[Run]) -> int:
    """Returns the number of terminal cells that a line takes; the controls of isolates take none."""
    return sum(cell_len(run.text) for run in line if run.text not in (RLI, PDI))


def wrapped(text: Sequence[Run], width: int) -> list[list[Run]]:
    """Returns a text as lines of at most `width` cells, broken between words; words longer than a line are cut."""
    lines: list[list[Run]] = [[]]
    used = 0
    for word in _words(text):
        for piece in _cut(word, width):
            size = width_of(piece)
            if lines[-1] and used + 1 + size > width:
                lines.append([])
                used = 0
            if lines[-1]:
                both = lines[-1][-1].marked and piece[0].marked
                lines[-1].append(Run(" ", both))
                used += 1
            lines[-1] += piece
            used += size
    return [_joined(line) for line in lines]


def _words(text: Sequence[Run]) -> Iterator[list[Run]]:
    """Yields the words of a text; a word is a list of runs, since a mark may begin inside it."""
    word: list[Run] = []
    for run in text:
        for number, part in enumerate(run.text.split(" ")):
            if number and word:
                yield word
                word = []
            if part:
                word.append(Run(part, run.marked))
    if word:
        yield word


def _cut(word: list[Run], width: int) -> Iterator[list[Run]]:
    if width_of(word) <= width:
        yield word
        return
    piece: list[Run] = []
    used = 0
    for run in word:
        for character in run.text:
            size = cell_len(character)
            if piece and used + size > width:
                yield _joined(piece)
                piece, used = [], 0
            piece.append(Run(character, run.marked))
            used += size
    if piece:
        yield _joined(piece)


def _joined(line: list[Run]) -> list[Run]:
    """Returns a line whose neighbouring runs of one kind are one."""
    runs: list[Run] = []
    for run in line:
        if runs and runs[-1].marked == run.marked:
            runs[-1] = Run(runs[-1].text + run.text, run.marked)
        else:
            runs.append(run)
    return runs
