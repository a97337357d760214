"""dateparser: `search_dates(text, languages=["ar"])`; the argument names another strategy.

Its result names a moment and a period (day, week, month, year); the days are those of the period. It gives the words
but not where they stand, so they are looked for from the end of the find before.
"""

import sys
from datetime import datetime
from importlib.metadata import version

from dateparser.search import search_dates
from worker import days, serve

STRATEGY = sys.argv[1] if len(sys.argv) > 1 else "split"


def native(text, dct):
    settings = {"RELATIVE_BASE": datetime.fromisoformat(dct)}
    return search_dates(text, languages=["ar"], settings=settings, strategy=STRATEGY, add_period=True)


def expressions(text, dct):
    found = []
    done = 0
    for words, moment, period in native(text, dct) or ():
        start = text.find(words, done)
        if start < 0:
            continue
        done = start + len(words)
        begin, last = days(moment, period, words)
        found.append({"start": start, "end": done, "begin": begin, "last": last, "type": "DATE"})
    return found


if __name__ == "__main__":
    serve(version("dateparser"), native, expressions)
