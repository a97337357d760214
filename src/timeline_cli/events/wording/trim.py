"""Brings a title to length and ends it where a reader would stop (docs/events.md §3.1, T8–T11)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import accumulate

from timeline_cli.lexicon.index import cues
from timeline_cli.text.words import word as known_word

MOST_WORDS = 14
FEWEST_WORDS = 4
_LEAST_OF_OWN = 3
_STYLES = cues("styles")
_TITLED = cues("told-as-name")
_CAUSES = cues("cause")


@dataclass(slots=True, eq=False)
class Piece:
    """A word of a title. `unit`: where it stands in its sentence, -1 for inserted words. `glue`: no blank before it.

    `chunk`: number of the phrase it belongs to. `rank`: of that phrase; 0 core, 1 the verb's own phrase, 2 other
    prepositional phrase, 3 a tail that goes first. `joins`: begins a coordinated member (و). `office`: may be left out
    since the name behind it says enough. `open`: a word that cannot end a title. `binds`: the first member of a
    genitive, which cannot either when its second
    is cut. `asks`: a noun or verb that says nothing without the phrase behind it (قيام, ليصل). `between`: بين.
    `restricted`: a definite noun alone, whose relative clause says which one is meant.
    """

    text: str
    unit: int = -1
    glue: bool = False
    chunk: int = 0
    rank: int = 0
    joins: bool = False
    office: bool = False
    open: bool = False
    binds: bool = False
    asks: bool = False
    between: bool = False
    restricted: bool = False


def words_of(pieces: list[Piece]) -> int:
    """Counts the words of a title, split at blanks."""
    return len(" ".join([piece.text for piece in pieces if not piece.glue]).split())


def _words_in(piece: Piece) -> int:
    return 0 if piece.glue else len(piece.text.split())


def written(pieces: list[Piece]) -> str:
    """Returns the title that the pieces spell."""
    text = "".join(piece.text if piece.glue else " " + piece.text for piece in pieces)
    return text.strip()


def trimmed(pieces: list[Piece], most: int = MOST_WORDS) -> list[Piece]:
    """Returns the pieces without what goes first when a title is too long, and without a dangling end.

    Where the cut would take the verb's own phrase, or from a last phrase what it asks for, an earlier phrase goes.
    """
    return _without_restricted(_trimmed(pieces, most))


def _trimmed(pieces: list[Piece], most: int) -> list[Piece]:
    kept = _shortened(pieces, most)
    whole = _completed(kept, pieces)
    own = any(piece.rank == 1 for piece in pieces) and not any(piece.rank == 1 for piece in whole)
    if (own or len(whole) < len(kept)) and (other := _without_aside(pieces)):
        again = _shortened(other, most)
        longer = len(again) > len(whole) or any(piece.rank == 1 for piece in again)
        if longer and len(_completed(again, other)) == len(again):
            return closed(again)
    return closed(whole)


def _without_restricted(pieces: list[Piece]) -> list[Piece]:
    """Leaves out a last phrase that nothing asks for, with a noun alone whose relative clause is left out (كسب الفريق
    اللقاء │ في المباراة التي …)."""
    if not pieces or not pieces[-1].restricted or pieces[-1].rank < 2:
        return pieces
    left = [piece for piece in pieces if piece.chunk != pieces[-1].chunk]
    gone = len(pieces) - len(left)
    governed = gone == 2 and (pieces[-2].open or known_word(pieces[-2].text).stem in _CAUSES)
    alone = gone == 1 or (governed and pieces[-2].text != "من")
    if not alone or words_of(left) < FEWEST_WORDS or left[-1].text in ("لا", "ولا"):
        return pieces
    verb = known_word(left[-1].text).verb
    if verb is not None and not (verb.ambiguous or verb.guessed):
        return pieces  # لا ينتمي │ للفريق الذي …
    return left if len(closed(left)) == len(left) else pieces


def _without_aside(pieces: list[Piece]) -> list[Piece]:
    """Removes the last phrases of no need before what the verb asks for (تبدأ الوزارة │ بالتعاون مع الهيئة │ في …);
    empty where there are none."""
    end = next(
        (place for place in range(len(pieces) - 1, 0, -1) if pieces[place].rank < 2 <= pieces[place - 1].rank), 0
    )
    start = end
    while start > 0 and pieces[start - 1].rank > 1:
        start -= 1
    figures = any(character.isdigit() for piece in pieces[start:end] for character in piece.text)
    if start < 2 or figures or pieces[start - 1].binds or pieces[start - 1].asks:
        return []
    return pieces[:start] + pieces[end:]


def _shortened(pieces: list[Piece], most: int) -> list[Piece]:
    words = words_of(pieces)
    if words <= most:
        return pieces
    last = pieces[-1] if pieces else None
    for rank in (3, 2):
        while words > most:
            shorter = _without_last_chunk(pieces, rank)
            if shorter is None or (left := words_of(shorter)) < FEWEST_WORDS:
                break
            pieces, words = shorter, left
        if words > most and any(piece.office for piece in pieces):
            pieces = _without_offices(pieces)
            words = words_of(pieces)
    for keep in (_without_coordination, _cut):
        if words > most:
            pieces = keep(pieces, most)
            words = words_of(pieces)
    if pieces and pieces[-1] is not last:
        while len(pieces) > 3 and pieces[-1].binds:
            pieces = pieces[:-1]
    return pieces


def cut_right(pieces: list[Piece], most: int = MOST_WORDS) -> list[Piece]:
    """Returns the first words of a title up to the last phrase that fits, so that nothing is left out between them."""
    kept = _cut(pieces, most) if words_of(pieces) > most else pieces
    while len(kept) > 3 and len(kept) < len(pieces) and kept[-1].binds:
        kept = kept[:-1]
    return closed(_completed(kept, pieces))


def _completed(kept: list[Piece], whole: list[Piece]) -> list[Piece]:
    """Returns what was kept of a title without a last phrase that lost what it asks for: its own phrase behind قيام or
    ليصل, the second side of بين."""
    while kept and kept[-1] is not whole[-1]:
        after = whole[whole.index(kept[-1]) + 1]
        if kept[-1].open or (kept[-1].binds and len(kept) > 3) or (len(kept) > 3 and _is_half(kept[-1], after)):
            kept = kept[:-1]
            continue
        asking = next((place for place in range(len(kept) - 1, 2, -1) if kept[place].asks), -1)
        sides = next((place for place in range(len(kept) - 1, 2, -1) if kept[place].between), -1)
        if asking >= 0 and kept[asking].chunk == kept[-1].chunk:
            start = next(place for place, piece in enumerate(kept) if piece.chunk == kept[asking].chunk)
        elif (
            sides >= 0
            and not any(_second_side(p) for p in kept[sides:])
            and any(_second_side(p) for p in whole[whole.index(kept[-1]) :])
        ):
            start = sides
        else:
            break
        if start < 3 or kept[start].rank == 0:
            break
        kept = kept[:start]
    return kept


def _second_side(piece: Piece) -> bool:
    """Tells whether a piece opens the second side of بين (بين 4 │ و6, ما بين 4 │ إلى 6)."""
    return piece.joins or piece.text in ("إلى", "الى")


def _without_offices(pieces: list[Piece]) -> list[Piece]:
    """Leaves out the offices before names, but none that a preposition or a genitive before it needs."""
    kept: list[Piece] = []
    needed = joined = False
    for place, piece in enumerate(pieces):
        if piece.office and (not place or not pieces[place - 1].office):
            governed = bool(place) and (pieces[place - 1].open or pieces[place - 1].binds)
            needed = governed and not _is_named_behind(pieces, place)
            joined = piece.joins
        if not piece.office or needed:
            kept.append(replace(piece, text="و" + piece.text) if joined and not needed else piece)
            joined = False
    return kept


def _is_named_behind(pieces: list[Piece], place: int) -> bool:
    """Tells whether only styles stand between a preposition and the name of who bears them, which takes it (مع │ صاحب
    السمو الأمير سالم)."""
    chunk = pieces[place].chunk
    behind = next((at for at in range(place, len(pieces)) if not pieces[at].office), -1)
    if behind < 0 or pieces[behind].chunk != chunk or not pieces[place - 1].open:
        return False
    return all(known_word(piece.text).stem in _STYLES for piece in pieces[place:behind])


def _without_last_chunk(pieces: list[Piece], rank: int) -> list[Piece] | None:
    """Removes the last chunk of a rank, of several joined members only the last; every chunk of higher or equal rank
    behind it stays out too."""
    chunks = [piece.chunk for piece in pieces if piece.rank >= rank]
    if not chunks:
        return None
    last = chunks[-1]
    tail = [piece for piece in pieces if piece.chunk > last]
    if any(piece.rank < rank for piece in tail):
        gone = _goes_with(pieces, last)
        return [piece for piece in pieces if piece.chunk not in gone] if gone else None
    kept = [piece for piece in pieces if piece.chunk < last]
    joined = next((place for place in range(len(pieces) - 1, len(kept), -1) if _begins_member(pieces, place, last)), 0)
    return pieces[:joined] or kept


def _begins_member(pieces: list[Piece], place: int, chunk: int) -> bool:
    """Tells whether the last joined member of a phrase without بين begins at a place."""
    joins = pieces[place].joins and pieces[place].chunk == chunk
    return joins and not any(piece.between for piece in pieces if piece.chunk == chunk)


def _goes_with(pieces: list[Piece], chunk: int) -> set[int]:
    """Returns the phrases that go where one does: those before it whose last word does not do without it (ضمن الأنشطة
    المقامة │ في الجامعة); none where that is a part of the core."""
    gone = {chunk}
    start = next(place for place, piece in enumerate(pieces) if piece.chunk == chunk)
    while start > 0 and (pieces[start - 1].binds or pieces[start - 1].asks or pieces[start - 1].open):
        if pieces[start - 1].rank < 2:
            return set()
        gone.add(pieces[start - 1].chunk)
        start = next(place for place, piece in enumerate(pieces) if piece.chunk == pieces[start - 1].chunk)
    return gone if start > 0 else set()


def _without_coordination(pieces: list[Piece], most: int) -> list[Piece]:
    """Cuts at the last joined member that leaves a title of fitting length."""
    before = list(accumulate(map(_words_in, pieces), initial=0))
    for place in range(len(pieces) - 1, 2, -1):
        if pieces[place].joins and FEWEST_WORDS <= before[place] <= most:
            return pieces[:place]
    return pieces


def _cut(pieces: list[Piece], most: int) -> list[Piece]:
    """Cuts at the last phrase boundary within the length, else at the length itself; at the length as well where the
    verb would lose the whole phrase it asks for, of which some words then remain."""
    before = list(accumulate(map(_words_in, pieces), initial=0))
    fitting = [piece for piece, words in zip(pieces, before[1:], strict=True) if words <= most]
    for place in range(len(pieces) - 1, 2, -1):
        if pieces[place].chunk != pieces[place - 1].chunk and FEWEST_WORDS <= before[place] <= most:
            return _part_of_own(pieces, fitting, place) or pieces[:place]
    kept = fitting
    while len(kept) > 3 and kept[-1].binds:
        kept.pop()
    return kept


def _part_of_own(pieces: list[Piece], fitting: list[Piece], place: int) -> list[Piece]:
    """Returns the words that fit where a cut at a place takes the only phrase the verb asks for (أعلن النادي │ عن ضم
    لاعب الوسط …), or the one that the verb of what is said asks for (أن تؤدي الخطة │ إلى انتعاش …); empty where it has
    another one or too little of it fits."""
    first = not any(piece.rank == 1 for piece in pieces[:place])
    titled = any(known_word(piece.text).core in _TITLED for piece in pieces[place : place + 2])
    own = pieces[place].rank == 1 and (first or pieces[place].open) and not titled
    kept = closed(fitting)
    while len(kept) > place and kept[-1].binds:
        kept = closed(kept[:-1])
    return kept if own and len(kept) >= place + _LEAST_OF_OWN else []


def closed(pieces: list[Piece]) -> list[Piece]:
    """Returns the pieces without words at the end that wait for what is cut, without marks there, and without an
    unpaired quotation mark."""
    cut: Piece | None = None
    while pieces and (_waits(pieces) or _is_half(pieces[-1], cut)):
        cut = pieces[-1]
        pieces = pieces[:-1]
    while pieces and not pieces[0].text[:1].isalnum() and pieces[0].text[:1] not in ("«", "“"):
        pieces = pieces[1:]
    marks = [place for place, piece in enumerate(pieces) if piece.text in ("«", "»", "“", "”", '"', "‘", "’", "„")]
    if len(marks) % 2:
        if marks[-1] > 3 and known_word(pieces[marks[-1] - 1].text).core in _TITLED:
            return closed(pieces[: marks[-1] - 1])  # محاضرة │ بعنوان «العلاقات …
        behind = pieces[marks[-1] + 1 :]
        pieces = pieces[: marks[-1]] + [
            replace(piece, glue=piece.glue and place > 0) for place, piece in enumerate(behind)
        ]
        marks = []
    return pieces


def _waits(pieces: list[Piece]) -> bool:
    """Tells whether the last piece cannot end a title: a word that waits for another, a mark."""
    last = pieces[-1]
    if last.open or last.text.endswith("ـ") or (last.asks and last.rank > 0) or (last.binds and len(pieces) > 3):
        return True
    return not any(character.isalnum() for character in last.text) and last.text not in ("»", "”", "٪", "%")


def _is_half(last: Piece, cut: Piece | None) -> bool:
    """Tells whether of a joined member nothing is left but its first word (وحضور │ أكبر)."""
    if cut is None or not last.joins or cut.joins:
        return False
    return cut.chunk == last.chunk and cut.text[0].isalnum()


def closed_text(words: list[str]) -> str:
    """Returns at most 14 words, without marks at either end."""
    return " ".join(words[:MOST_WORDS]).strip(" ،,؛;:.-–—()[]\"'«»“”/")
