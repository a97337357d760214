"""The options that several commands share, gathered into the objects that the library takes."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from timeline_cli.model import Day, month_length

if TYPE_CHECKING:
    from timeline_cli.dates import DateOptions
    from timeline_cli.events.choices import Choices
    from timeline_cli.readers import ReadOptions
    from timeline_cli.selection import Selection

Command = Callable[..., Any]
Decorator = Callable[[Command], Command]

_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
_HIJRI = re.compile(r"(\d{1,4})(?:-(\d\d?))?(?:-(\d\d?))?\s*(?:هـ|ه|هجرية|هجري|AH|ah)")

PRECISIONS = ("time", "day", "week", "month", "quarter", "half", "year", "decade", "century")
STATUSES = ("past", "ongoing", "planned", "denied", "hypothetical")


def exact_day(text: str) -> Day:
    """Returns the day that an option names (`2023-03-15`); raises BadParameter for any other text."""
    try:
        return Day.parse(text)
    except ValueError:
        raise click.BadParameter(f"{text!r} is no day; write it as YYYY-MM-DD") from None


def first_day(text: str) -> Day:
    """Returns the first day of the day, month or year that an option names (`2023-03`)."""
    return _edge(text, "01", lambda year, month: 1)


def last_day(text: str) -> Day:
    """Returns the last day of the day, month or year that an option names (`2023-03`)."""
    return _edge(text, "12", month_length)


def _edge(text: str, month: str, day_of_month: Callable[[int, int], int]) -> Day:
    text = text.strip().translate(_DIGITS)
    hijri = _HIJRI.fullmatch(text)
    if hijri is not None:
        return _hijri_edge(text, hijri, last=month == "12")
    sign, digits = ("-", text[1:]) if text.startswith("-") else ("", text)
    parts = digits.split("-")
    try:
        if len(parts) == 1:
            parts.append(month)
        if len(parts) == 2:
            first = Day.parse(f"{sign}{parts[0]}-{parts[1]}-01")
            parts.append(f"{day_of_month(first.year, first.month):02d}")
        return Day.parse(sign + "-".join(parts))
    except ValueError:
        raise click.BadParameter(f"{text!r} is no day; write it as YYYY, YYYY-MM or YYYY-MM-DD") from None


def _hijri_edge(text: str, parts: re.Match[str], last: bool) -> Day:
    """Returns the first or last day of a Hijri day, month or year such as `1344 هـ` or `1344-09 هـ`."""
    from timeline_cli.dates.calendars import month_span, to_ordinal, year_span

    year = int(parts[1])
    try:
        if parts[3]:
            number = to_ordinal("hijri", year, int(parts[2]), int(parts[3]))
            return Day(number)
        span = month_span("hijri", year, int(parts[2])) if parts[2] else year_span("hijri", year)
    except ValueError:
        raise click.BadParameter(f"{text!r} is no Hijri day; write it as 1344 هـ or 1344-09-01 هـ") from None
    return Day(span[last])


def gathered(name: str, factory: Callable[..., Any], *options: Decorator) -> Decorator:
    """Returns a decorator that adds options to a command and hands it what `factory` makes of them as `name`."""

    def decorate(command: Command) -> Command:
        keys = [option.name for option in _parameters(options) if option.name]

        @functools.wraps(command)
        def run(**values: Any) -> Any:
            own = {key: values.pop(key) for key in keys}
            return command(**{name: factory(**own)}, **values)

        decorated: Command = run
        for option in reversed(options):
            decorated = option(decorated)
        return decorated

    return decorate


def _parameters(options: tuple[Decorator, ...]) -> list[click.Parameter]:
    def nothing() -> None: ...

    for option in options:
        option(nothing)
    return getattr(nothing, "__click_params__", [])


def _selection(**asked: Any) -> Selection:
    from timeline_cli.selection import Selection

    return Selection(**asked)


def _read_options(**asked: Any) -> ReadOptions:
    from timeline_cli.readers import ReadOptions

    return ReadOptions(**asked)


def _date_options(region: str | None, names: str | None, **asked: Any) -> DateOptions:
    from timeline_cli.dates import DateOptions

    given = {name: value for name, value in asked.items() if value is not None} | {"names": _names(names)}
    return DateOptions(**given) if region is None else DateOptions.for_region(region, **given)


def _names(path: str | None) -> frozenset[str]:
    if path is None:
        return frozenset()
    from timeline_cli.readers import contents
    from timeline_cli.readers.encoding import decode

    lines = decode(contents(path), path).splitlines()
    return frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))


dct_option = click.option(
    "--dct", type=exact_day, metavar="DATE", help="Day the text was written (YYYY-MM-DD); else the text tells."
)

encoding_option = click.option(
    "--encoding", metavar="NAME", help="Character encoding of the input, where it is not recognised."
)

input_options = gathered(
    "reading",
    _read_options,
    encoding_option,
    click.option("--glob", metavar="PATTERN", help="Which files of a folder to read, such as '*.html'."),
    click.option("--text-field", metavar="NAME", help="Field of a row that holds the text; dots lead into objects."),
    click.option("--date-field", metavar="NAME", help="Field of a row that holds the day it was written."),
    click.option("--id-field", metavar="NAME", help="Field of a row that names it."),
    click.option("--title-field", metavar="NAME", help="Field of a row that holds its title."),
    click.option("--strict", is_flag=True, help="A bad row, or a bad file of a folder, is an error."),
)

quiet_option = click.option("-q", "--quiet", is_flag=True, help="Print the result alone, no remarks.")

bidi_option = click.option(
    "--bidi",
    type=click.Choice(["auto", "isolate", "reorder", "off"]),
    default="auto",
    show_default=True,
    help="How Arabic is sent to the terminal; see docs/cli.md.",
)

lang_option = click.option(
    "--lang", type=click.Choice(["en", "ar"]), help="Language of the messages; else that of the locale, or English."
)

edits_option = click.option(
    "--edits", metavar="FILE", type=click.Path(), help="Corrections to make (CSV or TOML); see docs/edits.md."
)


def _choices(all_dates: bool, no_statements: bool, spans: bool, follow_up: bool) -> Choices:
    from timeline_cli.events.choices import Choices

    return Choices(all_dates, not no_statements, spans, follow_up)


choice_options = gathered(
    "choices",
    _choices,
    click.option("--all-dates", is_flag=True, help="Also dates that tell of no event."),
    click.option("--no-statements", is_flag=True, help="No entries for what was only said on a day."),
    click.option(
        "--spans",
        is_flag=True,
        help="One entry for a beginning and its end in a sentence, and for a first day and how long it lasts.",
    ),
    click.option(
        "--follow-up",
        is_flag=True,
        help="Also acts that follow a dated one in its sentence without a date of their own.",
    ),
)

reading_options = gathered(
    "options",
    _date_options,
    click.option(
        "--date-order",
        type=click.Choice(["dmy", "mdy"]),
        help="How to read 04/05/2022: dmy unless said otherwise.",
    ),
    click.option(
        "--weekend",
        type=click.Choice(["sat-sun", "fri-sat"]),
        help="Days of the weekend: those of the region, else sat-sun.",
    ),
    click.option(
        "--hijri-offset",
        type=click.IntRange(-2, 2),
        metavar="DAYS",
        help="Days by which the local Hijri calendar runs after Umm al-Qura (-2 to 2).",
    ),
    click.option("--region", metavar="CODE", help="Country (ISO 3166 code) whose weekend is meant, such as EG."),
    click.option("--names", metavar="FILE", help="Names that are no dates, one a line."),
)

selection_options = gathered(
    "selection",
    _selection,
    click.option("--from", "begin", type=first_day, metavar="DATE", help="Events on or after this day."),
    click.option("--to", "last", type=last_day, metavar="DATE", help="Events on or before this day."),
    click.option(
        "--contains",
        multiple=True,
        metavar="TEXT",
        help="Events that hold these words in whatever spelling; repeat to ask for more.",
    ),
    click.option("--precision", type=click.Choice(PRECISIONS), help="Events dated at least this exactly."),
    click.option("--status", "statuses", type=click.Choice(STATUSES), multiple=True, help="Events of this status."),
    click.option(
        "--min-confidence",
        type=click.FloatRange(0, 1),
        default=0.0,
        metavar="NUMBER",
        help="Events dated with at least this confidence (0 to 1).",
    ),
    click.option(
        "--order",
        type=click.Choice(["time", "reverse", "text"]),
        default="time",
        show_default=True,
        help="Order of the events.",
    ),
    click.option("--limit", type=click.IntRange(min=1), metavar="N", help="The first N events of that order."),
)
