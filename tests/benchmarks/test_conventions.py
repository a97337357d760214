"""What peers' finds go through before they are scored, and the texts that are measured."""

import pytest
from benchmarks.conventions import conforming, without_base

from benchmarks import corpus


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("في 15 مارس 2023", "15 مارس 2023"),
        ("منذ شهرين،", "شهرين"),
        ("من عام 1989", "عام 1989"),
        ("و17 ديسمبر", "17 ديسمبر"),
        ("ل الآن", ""),
        ("الأحد (", "الأحد"),
        ("قبل", "قبل"),
        ("وقت الفجر", "وقت الفجر"),
    ],
)
def test_spans_are_cut_as_the_guideline_has_it(text: str, span: str) -> None:
    found = conforming(text, [{"start": 0, "end": len(text), "begin": None, "last": None}])
    assert [text[e["start"] : e["end"]] for e in found] == ([span] if span else [])


def test_days_that_hang_on_the_base_become_null() -> None:
    fixed = {"start": 0, "end": 4, "begin": "2010-01-01", "last": "2010-12-31"}
    one = {"start": 6, "end": 9, "begin": "2001-06-12", "last": "2001-06-12"}
    other = {"start": 6, "end": 9, "begin": "2014-11-20", "last": "2014-11-20"}
    assert without_base([fixed, one], [fixed, other]) == [fixed, one | {"begin": None, "last": None}]


def test_the_generated_corpus_is_the_same_every_time() -> None:
    texts = list(corpus.generated(0.02))
    assert texts == list(corpus.generated(0.02))
    assert texts != list(corpus.generated(0.02, seed=1))
    assert sum(corpus.size(text) for text, _ in texts) >= 20_000


def test_a_document_has_the_size_asked_for() -> None:
    texts = list(corpus.generated(0.02))
    for length in (1_000, 10_000, 100_000):
        assert abs(corpus.size(corpus.document(texts, length)) - length) < 0.02 * length


def test_a_sample_repeats_no_text() -> None:
    texts = [(f"{number}", "2023-03-15") for number in range(100)]
    drawn = corpus.sample(texts, 0.05)
    assert len(set(drawn)) == len(drawn) < 100
