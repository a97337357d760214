"""Lengths of time, exact and vague (docs/temporal-expressions.md §6.4, §7.1–§7.2)."""

from __future__ import annotations

from timeline_cli.dates.match import Item, Parts, pattern
from timeline_cli.dates.meaning import Amount, Meaning, Point, Range, Stretch
from timeline_cli.dates.patterns.build import classes_after, classes_before, number, quantity

_UNIT_CLASSES = ("UNIT_PL", "UNIT_ACC", "UNIT_DU", "UNIT_DU_DEF", "UNIT_PL_DEF", "UNIT_DEF", "UNIT")
# Units in the order in which a chain of amounts goes down.
_ORDER = ("1000Y", "100Y", "10Y", "Y", "M", "W", "D", "TH", "TM", "TS")
_SCALES = {"الاف": 1000, "الف": 1000, "الفا": 1000, "مليون": 10**6, "ملايين": 10**6, "مليار": 10**9, "مليارات": 10**9}
_HALVES = {"نصف": 0.5, "النصف": 0.5, "نص": 0.5, "نصفا": 0.5, "ربع": 0.25, "الربع": 0.25, "ثلث": 1 / 3, "الثلث": 1 / 3}

# Words before a singular unit that make it one of that unit.
_MEASURING = frozenset({"SINCE", "AGO", "AFTER", "DURING", "APPROX", "BOUND", "TO"})


def unit_of(item: Item) -> str:
    """Returns the unit code of a unit word."""
    assert item.word is not None
    for cls in _UNIT_CLASSES:
        if cls in item.word.data:
            return str(item.word.data[cls])
    raise AssertionError(item.word.fold)


def _counted(p: Parts) -> Amount | None:
    unit = unit_of(p["u"])
    count = quantity(p["n"])
    if "s" in p and p["s"].word is not None:
        count *= _SCALES.get(p["s"].word.fold, 1)
    if count == 0:
        return None
    word = p["u"].word
    if (
        word is not None
        and "UNIT" in word.classes
        and word.fold in ("عام", "ساعه", "ليله", "قرن", "عقد")
        and count < 3
        and unit != "D"
    ):
        return None
    if not isinstance(count, int) and count == int(count):
        count = int(count)
    if word is not None and word.fold == "عقد" and "UNIT" in word.classes and "s" not in p:
        return None  # في 3 مايو 2019 عقد المؤتمر: decades are counted as عقود, عقدا
    if word is not None and word.fold == "عام" and not classes_after(p).isdisjoint({"ORDINAL", "YEAR4"}):
        return None
    if word is not None and word.fold == "سنه" and "YEAR4" in classes_after(p):
        return None  # بنسبة 9 بالمائة سنة 2018
    if word is not None and word.fold == "عقدا" and count >= 1000:
        return None  # في 2015 عقدا: a contract of that year
    if (
        word is not None
        and "DAYWORD" in word.classes
        and not classes_after(p).isdisjoint({"WEEKDAY", "DEICTIC", "DAY"})
    ):
        return None
    return Amount(((count, unit),), night=word is not None and word.fold.startswith("ليل"))


def _dual(p: Parts) -> Amount | None:
    word = p["u"].word
    if word is not None and word.fold in ("يومي", "شهري", "عامي", "سنتي", "قرني", "عقدي", "اسبوعي", "ساعتي", "ليلتي"):
        return None
    if (
        word is not None
        and "UNIT_DU_DEF" in word.classes
        and not classes_after(p).isdisjoint({"ORDINAL", "YEAR4", "MONTH"})
    ):
        return None
    return Amount(((2, unit_of(p["u"])),), definite="d" in p)


def _measured_plural(p: Parts) -> Amount | None:
    """على مدى السنين: known units without a number, behind a word of duration."""
    if "DURING" not in classes_before(p):
        return None
    after = p.after()
    if after is not None and not after.classes.isdisjoint(
        {"REL", "LATEST", "LASTPL", "FIRSTPL", "RELREF", "RELREFBACK", "NUMBER", "CARDINAL", "ORDINAL", "FEW"}
    ):
        return None
    return (
        None
        if after is not None and not after.classes and after.fold.startswith("ال")
        else Amount(((None, unit_of(p["u"])),), definite=True)
    )


def _one(p: Parts) -> Amount | None:
    unit = unit_of(p["u"])
    if unit in ("10Y", "100Y") and classes_before(p).isdisjoint(_MEASURING):
        return None
    return Amount(((1, unit),))


def _is_whole(p: Parts) -> bool:
    """Tells whether كامل stands behind a singular unit: لأسبوع كامل."""
    item = p.get("g")
    return item is not None and item.word is not None and item.word.fold.startswith("كامل")


def _single(p: Parts) -> Amount | None:
    """A singular unit counts as one only behind a measuring word (§7.1)."""
    before = classes_before(p)
    accusative = p["u"].word is not None and "UNIT_ACC" in p["u"].word.classes
    licensed = not before.isdisjoint(_MEASURING) or _is_whole(p) or (accusative and "g" in p)
    if not licensed and "PREFIX" in before:
        second = classes_before(p, 2)
        licensed = not second.isdisjoint({"THAT", "PRONFORTH", "PRONBACK"})
    if not licensed:
        return None
    after = p.after()
    if after is not None and not after.classes.isdisjoint(
        {
            "YEAR4",
            "YEAR_ANY",
            "NUMBER",
            "MONTH",
            "HIJRI",
            "CARDINAL",
            "ORDINAL",
            "REL",
            "WEEKDAY",
            "DAY",
            "DECADES",
            "THIS",
            "RELREF",
            "SAME",
            "WEEKDAY_INDEF",
        }
    ):
        return None
    word = p["u"].word
    if word is not None and word.fold == "يوم" and after is not None and not after.classes and after.fold[:2] == "ال":
        return None  # قبل يوم الزفاف
    common = word is not None and word.fold in ("ثانيه", "دقيقه", "ليله", "عقد")
    if common and after is not None and not after.classes and before.isdisjoint({"SINCE", "AGO"}):
        return None
    return Amount(((1, unit_of(p["u"])),))


def _half(p: Parts) -> Amount | None:
    word = p["f"].word
    assert word is not None
    share, unit = _HALVES.get(word.fold), unit_of(p["u"])
    whole = {
        "TH": (60, "TM"),
        "D": (24, "TH"),
        "M": (30, "D"),
        "Y": (12, "M"),
        "10Y": (10, "Y"),
        "100Y": (100, "Y"),
        "TM": (60, "TS"),
    }
    if share is None or unit not in whole:
        return None
    size, smaller = whole[unit]
    count = round(share * size)
    if word.fold.startswith("ال") and unit != "TH":
        return None
    return Amount(((count, smaller),), definite=unit in ("100Y",))


def _and_half(p: Parts) -> Amount | None:
    amount = p.meaning("a")
    if amount is None:
        amount = Amount(((1, unit_of(p["u"])),))
    if not isinstance(amount, Amount) or amount.upto is not None:
        return None
    *rest, (count, unit) = amount.parts
    word = p["f"].word
    share = _HALVES.get(word.fold if word else "", 0.5)
    whole = {
        "TH": (60, "TM"),
        "D": (24, "TH"),
        "M": (30, "D"),
        "Y": (12, "M"),
        "W": (7, "D"),
        "10Y": (10, "Y"),
        "100Y": (100, "Y"),
        "TM": (60, "TS"),
    }
    size, smaller = whole[unit]
    if unit == "W":
        return Amount((*rest, ((count or 1) * 7 + 3, "D")))
    if unit == "D":
        return Amount((*rest, ((count or 1) * 24 + 12, "TH")))
    if unit in ("10Y", "100Y"):
        return Amount((*rest, ((count or 1) * size + round(share * size), "Y")))
    return Amount((*rest, (count, unit), (round(share * size), smaller)))


def _chain(p: Parts) -> Amount | None:
    first, second = p.meaning("a"), p.meaning("b")
    if not isinstance(first, Amount) or not isinstance(second, Amount) or first.upto or second.upto:
        return None
    if _ORDER.index(first.parts[-1][1]) >= _ORDER.index(second.parts[0][1]):
        return None
    if first.parts[-1][0] is None:
        return None
    # A vague rest (وبضعة أشهر) adds nothing that can be counted.
    return first if second.parts[0][0] is None else Amount(first.parts + second.parts)


def _one_and(p: Parts) -> Amount | None:
    second, unit = p.meaning("b"), unit_of(p["u"])
    if not isinstance(second, Amount) or second.upto or second.parts[0][0] is None:
        return None
    if _ORDER.index(unit) >= _ORDER.index(second.parts[0][1]) or unit == "D":
        return None
    return Amount(((1, unit), *second.parts))


def _vague(p: Parts) -> Amount | None:
    return Amount(((None, unit_of(p["u"])),), definite="d" in p)


_BARE_PLURAL = frozenset({"SINCE", "AGO", "AFTER", "DURING", "PREFIX", "APPROX", "BOUND"})


def _bare_plural(p: Parts) -> Amount | None:
    """أيام, سنوات: only behind a temporal head (§7.2)."""
    before = classes_before(p)
    if before.isdisjoint(_BARE_PLURAL):
        return None
    if "PREFIX" in before:
        word = p.before()
        if word is None or word.fold != "ل" or unit_of(p["u"]) == "10Y":
            return None  # لعقود is for contracts
    after = p.after()
    if after is not None and (
        "WEEKDAY" in after.classes or "DECADES" in after.classes or not after.classes.isdisjoint({"YEAR4", "NUMBER"})
    ):
        return None
    if (
        after is not None
        and after.fold.startswith("ال")
        and "SINCE" not in before
        and "AGO" not in before
        and not after.classes
    ):
        return None
    word = p["u"].word
    if (
        word is not None
        and word.fold in ("سنوات", "اعوام")
        and after is not None
        and "OF" in after.classes
        and "AFTER" not in before
        and "AGO" not in before
    ):
        return Amount(((None, unit_of(p["u"])),), bare=True)
    return Amount(((None, unit_of(p["u"])),), bare=True)


def _definite(p: Parts) -> Amount | None:
    count, unit = quantity(p["n"]), unit_of(p["u"])
    if not count or (unit == "Y" and 1000 <= count <= 2200):
        return None  # الأعوام 2009 و2013: years, not how many
    return Amount(((count, unit),), definite=True)


ATOMS = [
    pattern("amount", "n:NUMBER|CARDINAL|DECIMAL u:UNIT_PL|UNIT_ACC|UNIT FULLADJ?", _counted, "AMOUNT", ("ثلاثة أيام", "P3D"), ("20 عاما", "P20Y"),
            ("100 يوم", "P100D"), ("97 ثانية", "PT97S")),
    pattern("amount-brackets", "LPAR n:NUMBER|DECIMAL RPAR u:UNIT_PL|UNIT_ACC|UNIT", _counted, "AMOUNT"),
    pattern("amount-scaled", "n:NUMBER|CARDINAL|DECIMAL s:THOUS|PAST_BIG u:UNIT|UNIT_PL|UNIT_ACC", _counted, "AMOUNT", ("4.5 مليارات سنة", "P4500000000Y")),
    pattern("amount-definite-unit", "ARTICLE n:NUMBER u:UNIT_PL|UNIT_ACC|UNIT", _counted, "AMOUNT DEFINITEAMOUNT", ("الـ72 ساعة", "PT72H")),
    pattern("amount-dual", "u:UNIT_DU FULLADJ?", _dual, "AMOUNT", ("عامين", "P2Y")),
    pattern("amount-dual-definite", "u:UNIT_DU_DEF", _dual, "AMOUNT DEFINITEAMOUNT"),
    pattern("amount-one", "u:UNIT|UNIT_ACC ONEWORD", _one, "AMOUNT", ("أسبوعا واحدا", "P1W")),
    pattern("amount-accusative", "u:UNIT_ACC g:FULLADJ?", _single, "AMOUNT"),
    pattern("amount-single", "u:UNIT g:FULLADJ?", _single, "AMOUNT", ("منذ عام", "2022")),
    pattern("amount-half", "f:HALFFRACTION|QUARTER|FRACTION|THIRD u:UNIT|UNIT_DEF", _half, "AMOUNT", ("نصف ساعة", "PT30M"), ("نصف قرن", "P50Y")),
    pattern("amount-definite", "u:UNIT_PL_DEF|UNIT_DU_DEF ARTICLE? n:NUMBER|CARDINAL", _definite, "AMOUNT DEFINITEAMOUNT"),
    pattern("amount-unit-and-half", "u:UNIT|UNIT_ACC AND f:HALFFRACTION|FRACTION (UNIT_DEF | UNIT)?", _and_half, "AMOUNT",
            ("ساعة ونصف الساعة", "PT1H30M"), ("شهرا ونصف الشهر", "P1M15D")),
    pattern("amount-plural-definite", "u:UNIT_PL_DEF", _measured_plural, "AMOUNT VAGUE"),
    pattern("amount-some", "SOME u:UNIT_PL", _vague, "AMOUNT VAGUE", ("بضعة أشهر", "PXM")),
    pattern("amount-few", "u:UNIT_PL FEW", _vague, "AMOUNT VAGUE", ("أيام قليلة", "PXD"), ("أشهرا عدة", "PXM")),
    pattern("amount-few-definite", "d:UNIT_PL_DEF FEW", lambda p: Amount(((None, unit_of(p["d"])),), definite=True), "AMOUNT VAGUE DEFINITEAMOUNT"),
    pattern("amount-hundreds", "HUNDREDS u:UNIT_PL_DEF", _vague, "AMOUNT VAGUE", ("آلاف السنين", "PXY")),
    pattern("amount-bare-plural", "u:UNIT_PL", _bare_plural, "AMOUNT VAGUE", ("منذ أيام", "PXD")),
    pattern("decade-amount", "n:NUMBER|CARDINAL u:UNIT_PL", _counted, "AMOUNT"),
]  # fmt: skip


# --- amounts that join, lean on the document's date, or on the story --------------------------------------------------


def _stretch(p: Parts) -> Stretch | Amount | None:
    amount = p.meaning("a")
    if amount is None:
        count = quantity(p["n"]) if "n" in p else None
        amount = Amount(((count, unit_of(p["u"])),), definite=True)
    if not isinstance(amount, Amount):
        return None
    offset = p.data("r", "REL")
    if "l" in p or "y" in p:
        offset = -1
    elif "s" in p:
        return amount
    if not offset:
        return amount if amount.parts[0][0] is None else None
    return amount if offset < 0 and _is_of_event(p, amount) else Stretch(amount, offset)


def _is_of_event(p: Parts, amount: Amount) -> bool:
    """Tells whether hours or minutes are the last ones of something: آخر ربع ساعة من المباراة."""
    return amount.parts[-1][1] in ("TH", "TM", "TS") and "OF" in classes_after(p)


def _latest(p: Parts) -> Stretch | Amount | None:
    amount = p.meaning("a")
    if not isinstance(amount, Amount):
        return None
    return amount if _is_of_event(p, amount) else Stretch(amount, -1)


def _gone(p: Parts) -> Point | None:
    amount = p.meaning("a")
    return Point(amount, -1, "dct") if isinstance(amount, Amount) else None


def _hence(p: Parts) -> Point | None:
    amount = p.meaning("a")
    ago = any(word is not None and "AGO" in word.classes for word in (p.before(), p.before(2)))
    return Point(amount, -1 if ago else 1, "dct") if isinstance(amount, Amount) else None


def _from_story(p: Parts) -> Point | None:
    amount = p.meaning("a")
    return Point(amount, -1 if "b" in p else 1, "ref") if isinstance(amount, Amount) else None


def _upto(p: Parts) -> Amount | Range | None:
    second = p.meaning("b")
    if not isinstance(second, Amount):
        return None
    first = p.meaning("a")
    if first is None:
        if (
            "d" in p
            and classes_before(p).isdisjoint({"BETWEEN", "FROM"})
            and "AND" in (p["d"].word.classes if p["d"].word else ())
        ):
            return None
        first = Amount(((quantity(p["n"]), second.parts[0][1]),))
    if not isinstance(first, Amount) or first.parts[0][0] is None or second.parts[0][0] is None:
        return None
    return Amount(first.parts, upto=second)


def _upto_number(p: Parts) -> Amount | None:
    first = p.meaning("a")
    count = quantity(p["n"])
    if (
        not isinstance(first, Amount)
        or first.parts[0][0] is None
        or len(first.parts) != 1
        or count <= first.parts[0][0]
    ):
        return None
    after = p.after()
    if after is not None and after.fold.isalpha() and not after.classes:
        return None
    return Amount(first.parts, upto=Amount(((count, first.parts[0][1]),)))


LEVEL_DATES = [
    pattern("amount-and-half", "a:AMOUNT AND f:HALFFRACTION|QUARTER|THIRD|FRACTION (UNIT_DEF | UNIT)?", _and_half, "AMOUNT", ("ساعتين ونصف", "PT2H30M")),
    pattern("amount-chain", "a:AMOUNT AND b:AMOUNT", _chain, "AMOUNT", ("خمس سنوات وستة أشهر", "P5Y6M")),
    pattern("stretch", "a:AMOUNT (r:REL | l:LATEST|LASTPL)", _stretch, "STRETCH", ("السنوات الثلاث الماضية", "P3Y"), ("الأسبوعين المقبلين", "P2W")),
    pattern("stretch", "u:UNIT_PL_DEF (r:REL | l:LATEST|LASTPL | s:RELREF) ARTICLE? n:NUMBER|CARDINAL", _stretch, "STRETCH", ("السنوات الماضية الثلاث", "P3Y")),
    pattern("stretch-vague", "u:UNIT_PL_DEF FEW? (r:REL | l:LATEST|LASTPL | s:RELREF|RELREFBACK)", _stretch, "STRETCH", ("الأيام القليلة الماضية", "PXD"), ("السنوات الماضية", "PXY")),
    pattern("stretch-vague", "u:UNIT_PL_DEF (r:REL | l:LATEST|LASTPL) FEW", _stretch, "STRETCH"),
    pattern("stretch-latest", "ENDWORD a:AMOUNT", _latest, "STRETCH", ("آخر عشرة أيام", "P10D")),
    pattern("amount-chain", "u:UNIT|UNIT_ACC AND b:AMOUNT", _one_and, "AMOUNT", ("دقيقة و12 ثانية", "PT1M12S")),
    pattern("amount-gone", "a:AMOUNT BYGONE", _gone, "DATE POINT", ("ثلاثة أيام مضت", "2023-03-12")),
    pattern("amount-hence", "a:AMOUNT HENCE", _hence, "DATE POINT", ("ثلاثة أيام من الآن", "2023-03-18")),
    pattern("amount-of-story", "(AFTER THAT | PRONFORTH | b:AGO THAT | b:PRONBACK) PREFIX a:AMOUNT", _from_story, "DATE POINT"),
    pattern("amount-of-story", "a:AMOUNT (OF | ON | AFTER) THAT", _from_story, "DATE POINT"),
]  # fmt: skip

LEVEL_RANGES = [
    pattern("amount-to-number", "a:AMOUNT (TO | OR) n:NUMBER|CARDINAL", _upto_number, "AMOUNT", ("خمسة أعوام إلى عشرة", "P5Y/P10Y")),
    pattern("amount-range", "a:AMOUNT (TO | DASH | OR) b:AMOUNT", _upto, "AMOUNT", ("يومين إلى ثلاثة أيام", "P2D/P3D")),
    pattern("amount-range", "n:NUMBER|CARDINAL (TO | DASH | OR | UNTIL | d:AND) b:AMOUNT", _upto, "AMOUNT", ("3 إلى 5 أيام", "P3D/P5D")),
]  # fmt: skip

__all__ = ["ATOMS", "LEVEL_DATES", "LEVEL_RANGES", "Meaning", "number"]
