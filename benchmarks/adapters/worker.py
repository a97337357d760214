"""The loop that every Python adapter runs: orders in, answers out, one JSON object a line. Standard library only.

    {"order": "predict", "path": DOCUMENTS}   → {"found": [[expression, ...] a document]}
    {"order": "time", "path": DOCUMENTS}      → {"cpu": seconds, "found": count}

A document is a JSON line with `text` and `dct`. An expression has `start`, `end` (code points), `begin`, `last` (ISO
days or null) and `type`. CPU time is that of the process, user and system, for one pass over all documents.
"""

import calendar
import json
import sys
import time
from datetime import date, timedelta


def serve(version, native, expressions):
    """Answers orders until standard input ends.

    `native(text, dct)` is the call that is timed and returns something with a length or None; `expressions(text, dct)`
    returns the dicts described above.
    """
    say({"version": version})
    for line in sys.stdin:
        order = json.loads(line)
        documents = read(order["path"])
        if order["order"] == "predict":
            say({"found": [expressions(text, dct) for text, dct in documents]})
        else:
            say(timed(native, documents))


def say(answer):
    print(json.dumps(answer), flush=True)


def read(path):
    with open(path, encoding="utf-8") as lines:
        return [(document["text"], document["dct"]) for document in map(json.loads, lines)]


def timed(native, documents):
    found = 0
    start = time.process_time()
    for text, dct in documents:
        found += len(native(text, dct) or ())
    return {"cpu": time.process_time() - start, "found": found}


def days(day, grain, words=""):
    """Returns first and last ISO day of the day, week, month or year that holds a day.

    What a peer calls a week is a whole one where the words say الأسبوع, and the day itself otherwise (قبل أسبوعين), as
    the annotation guideline has it.
    """
    day = date(day.year, day.month, day.day)
    if grain == "week" and "الأسبوع" in words:
        monday = day - timedelta(day.weekday())
        return monday.isoformat(), (monday + timedelta(6)).isoformat()
    if grain == "month":
        last = calendar.monthrange(day.year, day.month)[1]
        return day.replace(day=1).isoformat(), day.replace(day=last).isoformat()
    if grain == "year":
        return date(day.year, 1, 1).isoformat(), date(day.year, 12, 31).isoformat()
    return day.isoformat(), day.isoformat()
