import json

import pytest

from tests.events.articles import DATA
from timeline_cli.text.cutting import clauses
from timeline_cli.text.sentences import sentences
from timeline_cli.text.tokens import tokens
from timeline_cli.text.units import units
from timeline_cli.text.words import word


def rows(name):
    return [json.loads(line) for line in (DATA / f"{name}.jsonl").read_text("utf-8").splitlines()]


@pytest.mark.parametrize("row", rows("sentences"), ids=lambda row: row["note"])
def test_sentences(row):
    text = row["text"]
    assert [text[sentence.start : sentence.end] for sentence in sentences(text)] == row["sentences"]


@pytest.mark.parametrize("row", rows("clauses"), ids=lambda row: row["text"])
def test_verbs_that_govern_clauses(row):
    found = units(tokens(row["text"], 0, len(row["text"])), [])
    assert [found[clause.verb].text for clause in clauses(found) if clause.verb >= 0] == row["verbs"]


@pytest.mark.parametrize("row", rows("sentences"), ids=lambda row: row["note"])
def test_tokens_lose_nothing(row):
    text = row["text"]
    found = tokens(text, 0, len(text))
    assert all(text[token.start : token.end] == token.text for token in found)
    assert "".join(token.text for token in found) == "".join(text.split())


@pytest.mark.parametrize("line", ["\u202b", "\u200f \u202c", "\ufeff"])
def test_a_line_of_invisible_marks_is_blank(line):
    text = f"{line}\nوصل الوفد أمس."
    assert [text[sentence.start : sentence.end] for sentence in sentences(text)] == ["وصل الوفد أمس."]


@pytest.mark.parametrize(
    ("form", "lead", "prefix", "core"),
    [
        ("والوزير", "و", "", "وزير"),
        ("للجنة", "", "ل", "لجنه"),
        ("بجولة", "", "ب", "جوله"),
        ("واشنطن", "", "", "واشنطن"),
        ("وصوله", "", "", "وصوله"),
        ("وقيمته", "و", "", "قيمته"),
        ("لتوفير", "", "ل", "توفير"),
        ("بزملائهم", "", "ب", "زملائهم"),
        ("كبيرا", "", "", "كبيرا"),
        ("لتفاهم", "", "ل", "تفاهم"),
    ],
)
def test_clitics(form, lead, prefix, core):
    known = word(form)
    assert (known.lead, known.prefix, known.core) == (lead, prefix, core)


@pytest.mark.parametrize(
    "form",
    [
        "بلادهم",
        "خدماتها",
        "أبنائه",
        "مستواه",
        "حقها",
        "جديدا",
        "مشروعين",
        "طائرتان",
        "مخزونات",
        "مسؤولي",
        "لاعبو",
        "توفير",
        "تلبية",
        "إيصال",
        "إعطاء",
        "إتاحة",
        "اجتياز",
        "استعادتها",
        "ملاقاة",
        "مضاعفة",
        "زعزعة",
        "تدني",
        "ليصل",
        "بكافة",
        "نفسها",
        "لديهم",
        "هكذا",
    ],
)
def test_words_that_follow_from_the_lists_are_no_names(form):
    assert not word(form).unknown


@pytest.mark.parametrize("form", ["بلانكو", "دالغورد", "سالمان", "كيرين", "أوتيان"])
def test_names_stay_unknown(form):
    assert word(form).unknown


@pytest.mark.parametrize("form", ["تدني", "سري", "أكبر", "نصيب", "وزارته", "سيمون", "فروعها"])
def test_nouns_that_look_like_verbs(form):
    assert word(form).verb is None
