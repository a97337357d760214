"""What a reader's country decides about dates. The defaults never depend on the system's locale."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from timeline_cli.errors import TimelineError

# Weekend and offset of the Hijri month against Umm al-Qura by country (ISO 3166-1). The date order is day first in all.
_FRIDAY_SATURDAY = frozenset(["SA", "EG", "IQ", "JO", "SY", "KW", "QA", "BH", "OM", "YE", "LY", "SD", "DZ", "PS"])
_SATURDAY_SUNDAY = frozenset(["AE", "LB", "TN", "MA", "MR"])


@dataclass(frozen=True, slots=True)
class DateOptions:
    """Choices for resolving dates.

    `date_order`: dmy or mdy, how an ambiguous numeric date is read. `weekend`: sat-sun or fri-sat. `hijri_offset`: days
    added to Umm al-Qura dates of Hijri expressions. `region`: ISO 3166-1 code that set the others, if any. `names`:
    words that are names in these texts and no dates (`مايو`, `رمضان`).
    """

    date_order: str = "dmy"
    weekend: str = "sat-sun"
    hijri_offset: int = 0
    region: str | None = None
    names: frozenset[str] = field(default_factory=frozenset)

    def __post_init__(self) -> None:
        if self.date_order not in ("dmy", "mdy"):
            raise TimelineError(f"date order {self.date_order!r} is not known: use dmy or mdy")
        if self.weekend not in ("sat-sun", "fri-sat"):
            raise TimelineError(f"weekend {self.weekend!r} is not known: use sat-sun or fri-sat")

    @classmethod
    def for_region(cls, region: str, **changes: object) -> DateOptions:
        """Returns the options of a country; `changes` override them.

        Raises TimelineError for a country that is not known.
        """
        code = region.upper()
        if code not in _FRIDAY_SATURDAY | _SATURDAY_SUNDAY:
            known = " ".join(sorted(_FRIDAY_SATURDAY | _SATURDAY_SUNDAY))
            raise TimelineError(f"region {region!r} is not known: use one of {known}")
        base = cls(weekend="fri-sat" if code in _FRIDAY_SATURDAY else "sat-sun", region=code)
        return replace(base, **changes)  # type: ignore[arg-type]


DEFAULT = DateOptions()
