"""The yardstick: what it costs to look at every word of a text once."""

import re
import sys

from worker import serve


def words(text, dct):
    return re.findall(r"\w+", text)


if __name__ == "__main__":
    serve("Python " + sys.version.split()[0], words, lambda text, dct: [])
