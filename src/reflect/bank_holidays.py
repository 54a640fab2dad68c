"""The bank holidays of England, as a well-kept list knows them."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

_SATURDAY = 5


@lru_cache(maxsize=64)
def of_england(year: int) -> frozenset[date]:
    """The bank holidays of England in `year` as gov.uk lists them: those from Monday to Friday, substitute days
    among them. None outside the years that the list knows (1872 to 2100)."""
    # Imported when somebody first asks, because it takes about a tenth of a second.
    from holidays import country_holidays

    listed = country_holidays("GB", subdiv="ENG", years=year, expand=False)
    return frozenset(day for day in listed if day.weekday() < _SATURDAY)
