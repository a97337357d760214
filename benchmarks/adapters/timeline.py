"""timeline-cli: recognition and resolution, `timeline_cli.dates.read`."""

from worker import serve

from timeline_cli import __version__
from timeline_cli.dates import read
from timeline_cli.model import Day


def native(text, dct):
    return read(text, Day.parse(dct) if dct else None).expressions


def expressions(text, dct):
    return [
        {
            "start": found.start,
            "end": found.end,
            "begin": found.begin and str(found.begin),
            "last": found.last and str(found.last),
            "type": found.type,
        }
        for found in native(text, dct)
    ]


if __name__ == "__main__":
    serve(__version__, native, expressions)
