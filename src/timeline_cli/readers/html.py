"""HTML pages: the article without what stands around it; needs trafilatura."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from timeline_cli.errors import TimelineError
from timeline_cli.extras import needed
from timeline_cli.model import Day, Document
from timeline_cli.readers.days import iso_day
from timeline_cli.readers.encoding import decode
from timeline_cli.readers.markup import text_of
from timeline_cli.readers.source import Extracted, ReadOptions, document_of

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]+)", re.IGNORECASE)
_HEAD = 4096
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_TITLES = ("og:title", "twitter:title", "dc.title", "dcterms.title")
_DATES = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date",
    "parsely-pub-date",
    "pubdate",
    "publish-date",
    "date",
)
_OUTSIDE = frozenset({"footer", "aside", "nav"})


def read(data: bytes, name: str, options: ReadOptions) -> Extracted:
    """Returns the article of a page.

    Title and day come from metadata alone: OpenGraph and its kin, JSON-LD, `<time datetime>` inside the article; never
    from a footer. Raises TimelineError where the page holds no article.
    """
    return Extracted((article_of(page_text(data, name, options.encoding), name),))


def article_of(page: str, name: str) -> Document:
    """Returns the article of a page as a document; raises TimelineError where the page holds none."""
    trafilatura = needed("trafilatura", "html", "reading HTML")
    markup = needed("lxml.html", "html", "reading HTML")
    try:
        tree = markup.document_fromstring(page.encode("utf-8", "replace"), parser=markup.HTMLParser(encoding="utf-8"))
    except Exception as error:  # lxml raises several kinds, not all of them its own
        raise TimelineError(f"{name}: is no HTML: {error}") from None
    linked = list(_linked_data(tree))
    title, day = _title(tree, linked), _day(tree, linked)
    article = trafilatura.extract(tree, output_format="html", include_comments=False, include_tables=True)
    text = text_of(article or "")
    if not text.strip():
        raise TimelineError(f"{name}: holds no article; save the text of the page as plain text")
    return document_of(name, text, title, day)


def page_text(data: bytes, name: str, encoding: str | None = None) -> str:
    """Returns a page's characters: an asked encoding, a byte order mark, the page's own `charset`, or what fits."""
    declared = _CHARSET.search(data, 0, _HEAD)
    if encoding is None and declared is not None and not data.startswith(_MARKS):
        try:
            return data.decode(declared[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            pass
    return decode(data, name, encoding)


def _title(tree: Any, linked: list[dict[str, Any]]) -> str | None:
    meta = _meta(tree)
    found = next((meta[key] for key in _TITLES if meta.get(key)), None)
    return found or next((str(part["headline"]) for part in linked if isinstance(part.get("headline"), str)), None)


def _day(tree: Any, linked: list[dict[str, Any]]) -> Day | None:
    meta = _meta(tree)
    values = [meta[key] for key in _DATES if key in meta]
    values += [str(part["datePublished"]) for part in linked if part.get("datePublished")]
    values += _times(tree)
    return next((day for value in values if (day := iso_day(value)) is not None), None)


def _meta(tree: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        for attribute in ("property", "name", "itemprop"):
            key = (element.get(attribute) or "").strip().lower()
            if key and element.get("content"):
                found.setdefault(key, " ".join(element.get("content").split()))
    return found


def _linked_data(tree: Any) -> Iterator[dict[str, Any]]:
    """Yields the objects of the page's JSON-LD that describe an article, then those that do not say what they are."""
    found: list[dict[str, Any]] = []
    for script in tree.iter("script"):
        if (script.get("type") or "").split(";")[0].strip().lower() == "application/ld+json":
            try:
                found += _objects(json.loads(script.text_content(), strict=False))
            except (ValueError, RecursionError):
                continue
    yield from (part for part in found if "Article" in str(part.get("@type")) or "Posting" in str(part.get("@type")))
    yield from (part for part in found if "WebPage" in str(part.get("@type")))


def _objects(value: Any) -> list[dict[str, Any]]:
    if isinstance(value, list):
        return [part for entry in value for part in _objects(entry)]
    if not isinstance(value, dict):
        return []
    return [value, *_objects(value.get("@graph")), *_objects(value.get("mainEntity"))]


def _times(tree: Any) -> list[str]:
    """Returns the machine-readable times of a page that stand in its article or call themselves publication dates."""
    found = []
    for element in tree.iter("time"):
        around = [ancestor.tag for ancestor in element.iterancestors()]
        named = element.get("pubdate") is not None or "datePublished" in (element.get("itemprop") or "")
        if (
            element.get("datetime")
            and _OUTSIDE.isdisjoint(around)
            and (named or "article" in around or "main" in around)
        ):
            found.append((not named, element.get("datetime")))
    return [value for _, value in sorted(found, key=lambda entry: entry[0])]
