from __future__ import annotations

import pytest

from timeline_cli.errors import TimelineError
from timeline_cli.terminal import bidi
from timeline_cli.terminal.bidi import PDI, RLI, Run, lacks_reordering, named, printable, treated, treatment_for


@pytest.mark.parametrize(
    ("environment", "treatment"),
    [
        ({}, "isolate"),
        ({"TERM": "xterm-256color"}, "isolate"),
        ({"TERM": "xterm-256color", "VTE_VERSION": "7006"}, "isolate"),
        ({"TERM": "xterm-256color", "KONSOLE_VERSION": "230400"}, "isolate"),
        ({"TERM": "xterm", "XTERM_VERSION": "XTerm(379)"}, "reorder"),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "vscode", "VTE_VERSION": "7006"}, "reorder"),
        ({"TERM": "xterm-256color", "WT_SESSION": "0d2e"}, "reorder"),
        ({"TERM": "alacritty"}, "reorder"),
        ({"TERM": "xterm-kitty", "VTE_VERSION": "7006"}, "off"),
        ({"TERM": "xterm-256color", "KITTY_WINDOW_ID": "1"}, "off"),
        ({"TERM_PROGRAM": "iTerm.app", "TERM_PROGRAM_VERSION": "3.4.23"}, "reorder"),
        ({"TERM_PROGRAM": "iTerm.app", "TERM_PROGRAM_VERSION": "3.6.1"}, "isolate"),
        ({"TERM_PROGRAM": "Apple_Terminal"}, "isolate"),
        ({"XTERM_VERSION": "XTerm(379)", "TIMELINE_BIDI": "off"}, "off"),
        ({"VTE_VERSION": "7006", "TIMELINE_BIDI": "reorder"}, "reorder"),
        ({"XTERM_VERSION": "XTerm(379)", "TIMELINE_BIDI": "auto"}, "reorder"),
    ],
)
def test_auto_decides_by_the_terminal(environment: dict[str, str], treatment: str) -> None:
    assert treatment_for("auto", environment) == treatment


def test_what_is_asked_for_goes_before_the_environment() -> None:
    assert treatment_for("isolate", {"TIMELINE_BIDI": "off"}) == "isolate"


def test_nothing_is_treated_where_there_is_no_terminal() -> None:
    assert treatment_for("auto", {"XTERM_VERSION": "x", "TIMELINE_BIDI": "isolate"}, terminal=False) == "off"
    assert treatment_for("isolate", {}, terminal=False) == "isolate"


def test_an_unknown_wish_is_an_error() -> None:
    with pytest.raises(TimelineError, match="TIMELINE_BIDI: 'mirror' is unknown"):
        treatment_for("auto", {"TIMELINE_BIDI": "mirror"})


def test_without_the_extra_reordering_is_an_error_only_where_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bidi, "can_reorder", lambda: False)
    assert treatment_for("auto", {"XTERM_VERSION": "x"}) == "off"
    assert lacks_reordering({"XTERM_VERSION": "x"})
    assert not lacks_reordering({"VTE_VERSION": "7006"})
    with pytest.raises(TimelineError, match=r"pip install 'timeline-cli\[bidi\]'"):
        treatment_for("reorder", {})


def test_isolate_stands_around_the_line() -> None:
    assert treated([Run("وصل في "), Run("2011", True)], "isolate") == [
        Run(RLI),
        Run("وصل في "),
        Run("2011", True),
        Run(PDI),
    ]


def test_reordered_lines_are_visual_and_shaped() -> None:
    (run,) = treated([Run("لا 12 سلام")], "reorder")
    assert run.text == "\ufee1\ufefc\ufeb3 12 \ufefb"


def test_reordered_marks_stay_around_their_words() -> None:
    runs = treated([Run("وصل في "), Run("12 مايو", True), Run(" إلى (حلب)")], "reorder")
    assert [run.marked for run in runs] == [False, True, False]
    assert runs[1].text.endswith(" 12")
    assert runs[0].text.startswith("(")
    assert not any(bracket in run.text for run in runs for bracket in "\u2985\u2986")


def test_marks_inside_a_word_take_the_whole_word_where_letters_are_joined() -> None:
    runs = treated([Run("وصل و"), Run("مايو", True), Run("، ثم")], "reorder")
    joined = treated([Run("ومايو")], "reorder")[0].text
    assert [run.text for run in runs if run.marked] == [joined]


@pytest.mark.parametrize(("text", "shown"), [("a.txt", "a.txt"), ("خبر.txt", "\u2068خبر.txt\u2069")])
def test_names_are_isolated_where_they_need_it(text: str, shown: str) -> None:
    assert named(text, "isolate") == shown
    assert named(text, "off") == text


def test_names_are_reordered_by_their_own_direction() -> None:
    assert named("12-report-خبر", "reorder").startswith("12-report-")


def test_controls_never_reach_the_terminal() -> None:
    assert printable("\u200fوصل\x1b[31m\n \u202bالوفد\u202c\x07") == "وصل [31m الوفد "


@pytest.mark.parametrize(
    ("logical", "visual"),
    [
        ("(ا)", "(\ufe8d)"),
        ("[ا (ب)]", "[(\ufe8f) \ufe8d]"),
        ("ا (NATO) 10", "10 (NATO) \ufe8d"),
        ("ا ABC (def) ب", "\ufe8f ABC (def) \ufe8d"),
        ("«ا» «ب»", "«\ufe8f» «\ufe8d»"),
        ("1) ا", "\ufe8d (1"),
    ],
)
def test_brackets_face_their_contents(logical: str, visual: str) -> None:
    (run,) = treated([Run(logical)], "reorder")
    assert run.text == visual
