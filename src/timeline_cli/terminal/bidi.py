"""How Arabic is sent to a terminal, so that it reads right to left there.

Terminals differ: some order right-to-left text themselves, some draw every character left to right. A line is treated
after it has been wrapped, since order on the screen is a matter of lines.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from typing import NamedTuple

from timeline_cli.errors import TimelineError

TREATMENTS = ("isolate", "reorder", "off")

RLI, FSI, PDI = "\u2067", "\u2068", "\u2069"

_CONTROLS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\u00ad]")
_UNPRINTABLE = re.compile(r"[\x00-\x20\x7f-\x9f\u2028\u2029\ud800-\udfff]+")

# Brackets that stand around marked words while a line is reordered; whichever way they come out, the words are between.
_OPEN, _CLOSE = "\u2985", "\u2986"
_MARKED = re.compile(f"[{_OPEN}{_CLOSE}]([^{_OPEN}{_CLOSE}]*)[{_OPEN}{_CLOSE}]")

_WORD_AT_END, _WORD_AT_START = re.compile(r"\w+$"), re.compile(r"\w+")

_PARTNERS = dict(zip("()[]{}<>«»‹›", ")(][}{><»«›‹", strict=True))

# Terminals that draw Arabic left to right, by what they call themselves.
_LEFT_TO_RIGHT_PROGRAMS = frozenset({"vscode", "WezTerm", "ghostty", "Hyper", "Tabby", "WarpTerminal"})
_LEFT_TO_RIGHT_TERMS = ("alacritty", "foot", "xterm-ghostty", "rxvt", "st-", "wezterm", "linux")
_ITERM_WITH_BIDI = (3, 6)


class Run(NamedTuple):
    """A stretch of a line. `marked`: whether it is words that the view points at."""

    text: str
    marked: bool = False


def printable(text: str) -> str:
    """Returns a text without direction marks and control characters, white space made one blank each."""
    return _UNPRINTABLE.sub(" ", _CONTROLS.sub("", text))


def treatment_for(asked: str, environment: Mapping[str, str] = os.environ, terminal: bool = True) -> str:
    """Returns isolate, reorder or off: what was asked for, or for `auto` what the terminal needs.

    `TIMELINE_BIDI` decides instead of `auto`. Where the output is no terminal, `auto` is off. Where reordering would be
    needed but its extra is not installed, `auto` is off as well. Raises TimelineError where `reorder` is asked for
    without its extra, and for an unknown `TIMELINE_BIDI`.
    """
    if asked != "auto":
        return _available(asked)
    if not terminal:
        return "off"
    wish = environment.get("TIMELINE_BIDI", "") or "auto"
    if wish != "auto":
        if wish not in TREATMENTS:
            raise TimelineError(f"TIMELINE_BIDI: {wish!r} is unknown; it is one of auto, {', '.join(TREATMENTS)}")
        return _available(wish)
    needed = _needed(environment)
    return "off" if needed == "reorder" and not can_reorder() else needed


def lacks_reordering(environment: Mapping[str, str] = os.environ) -> bool:
    """Tells whether this terminal draws Arabic left to right and the extra that would mend it is not installed."""
    return not environment.get("TIMELINE_BIDI") and _needed(environment) == "reorder" and not can_reorder()


def can_reorder() -> bool:
    """Tells whether the packages of the extra `bidi` are installed."""
    return find_spec("bidi") is not None and find_spec("arabic_reshaper") is not None


def _available(treatment: str) -> str:
    if treatment == "reorder" and not can_reorder():
        raise TimelineError(
            "--bidi reorder: needs two more packages; install them with pip install 'timeline-cli[bidi]'"
        )
    return treatment


def _needed(environment: Mapping[str, str]) -> str:
    """Returns what a terminal needs. What it says of itself goes before what it may have inherited from another."""
    term = environment.get("TERM", "")
    program = environment.get("TERM_PROGRAM", "")
    if term == "xterm-kitty" or environment.get("KITTY_WINDOW_ID"):
        return "off"
    if term.startswith(_LEFT_TO_RIGHT_TERMS) or program in _LEFT_TO_RIGHT_PROGRAMS:
        return "reorder"
    if program == "iTerm.app":
        return "isolate" if _version(environment.get("TERM_PROGRAM_VERSION", "")) >= _ITERM_WITH_BIDI else "reorder"
    if environment.get("WT_SESSION") or environment.get("XTERM_VERSION") or environment.get("ALACRITTY_WINDOW_ID"):
        return "reorder"
    return "isolate"


def _version(text: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", text)[:2])


def treated(line: Sequence[Run], treatment: str) -> list[Run]:
    """Returns the runs of one right-to-left line as they are sent to the terminal."""
    if treatment == "isolate":
        return [Run(RLI), *line, Run(PDI)]
    if treatment == "reorder":
        return _reordered(line)
    return list(line)


def named(text: str, treatment: str) -> str:
    """Returns a name of either direction, such as a file's, that stands in a left-to-right line."""
    if text.isascii() or treatment == "off":
        return text
    if treatment == "isolate":
        return f"{FSI}{text}{PDI}"
    return "".join(run.text for run in _reordered([Run(text)], base=None))


def _reordered(line: Sequence[Run], base: str | None = "R") -> list[Run]:
    from arabic_reshaper import reshape
    from bidi import get_display

    text = "".join(f"{_OPEN}{run.text}{_CLOSE}" if run.marked else run.text for run in _whole_words(line))
    visual = _mirrored(str(get_display(reshape(text), base_dir=base)))
    runs: list[Run] = []
    end = 0
    for marked in _MARKED.finditer(visual):
        runs += [Run(visual[end : marked.start()]), Run(marked[1], True)]
        end = marked.end()
    return [run for run in [*runs, Run(visual[end:])] if run.text]


def _mirrored(visual: str) -> str:
    """Returns a reordered line with its brackets facing their contents: reordering turns round what is between them.

    Both brackets of a pair have one direction (UAX #9, N0), so a pair that came out closing first is a right-to-left
    one. A bracket without a partner is taken for one as well.
    """
    characters = list(visual)
    unmatched: list[int] = []
    for place, character in enumerate(visual):
        if character not in _PARTNERS:
            continue
        if unmatched and visual[unmatched[-1]] == _PARTNERS[character]:
            partner = unmatched.pop()
            if character in "([{<«‹":
                characters[partner], characters[place] = character, visual[partner]
        else:
            unmatched.append(place)
    for place in unmatched:
        characters[place] = _PARTNERS[visual[place]]
    return "".join(characters)


def _whole_words(line: Sequence[Run]) -> list[Run]:
    """Returns a line whose marks begin and end between words: a bracket inside a word would part joined letters."""
    runs: list[Run] = []
    for run in line:
        if runs and runs[-1].marked != run.marked:
            head, tail = _WORD_AT_END.search(runs[-1].text), _WORD_AT_START.match(run.text)
            if head and tail and run.marked:
                run = Run(head[0] + run.text, True)
                runs[-1] = Run(runs[-1].text[: head.start()])
            elif head and tail:
                runs[-1] = Run(runs[-1].text + tail[0], True)
                run = Run(run.text[tail.end() :])
        runs.append(run)
    return [run for run in runs if run.text]
