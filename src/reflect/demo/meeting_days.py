"""When two people of a made-up service agree on their supervision and meet: mostly as agreed, now and then late."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from reflect.demo.luck import Luck
from reflect.domain.supervision.one_to_one import MeetingStatus

MOST_HELD = 26  # by one link: a service of hundreds of people is made in minutes
_YEARS = timedelta(days=730)
_A_YEAR, _LATELY = 365, 40
_OF_HEALTH = frozenset({"Health visitor", "Midwife", "Nurse"})


@dataclass(frozen=True, slots=True)
class DrawnUp:
    """An agreement drawn up on a day, and how many of the two have signed it, the supervisor first."""

    day: date
    signed: int


@dataclass(frozen=True, slots=True)
class Meeting:
    """A one-to-one that was planned `on` a day `for` another. `held` is the day on which it was held, `said` what the
    two said then of the next, `signed` how many have signed, the supervisor first. `goes_on` says that it takes the
    place of the cancelled one before it."""

    on: date
    day: date
    status: MeetingStatus
    held: date | None = None
    said: date | None = None
    signed: int = 0
    goes_on: bool = False


def stage_of(profession: str) -> str:
    """The id of the cadence by which people of a profession meet."""
    if profession == "Social worker":
        return "social-worker"
    return "nhs-clinical-supervision" if profession in _OF_HEALTH else "our-own"


def agreements(luck: Luck, since: date, last: date) -> tuple[DrawnUp, ...]:
    """The agreements of a link: one from shortly after its start, and one after each review about a year later, all
    before the day `last`. A few of the latest are signed by one only, or by nobody: these are of the last weeks."""
    found: list[DrawnUp] = []
    day = working(since + timedelta(days=luck.number(2, 12)))
    while day < last:
        found.append(DrawnUp(day, 2))
        day = working(day + timedelta(days=_A_YEAR + luck.number(-12, 30)))
    if found and (signed := luck.weighted((2, 1, 0), (95, 3, 2))) < 2:
        lately = working(last - timedelta(days=luck.number(3, _LATELY)))
        found[-1] = DrawnUp(max(found[-1].day, lately) if found[1:] else found[-1].day, signed)
    return tuple(found)


def meetings(luck: Luck, agreed: date, last: date, until: date, every_days: int) -> tuple[Meeting, ...]:
    """The one-to-ones of a link that was agreed on, in the order of their days: those of about two years before `until`
    at most, and all before the day `last`, which is its end where there is one. Of a link that goes on one may be
    planned for the days after that."""
    every = timedelta(days=every_days)
    day = working(agreed + timedelta(days=luck.number(5, 12)))
    on, first = agreed, max(until - _YEARS, until - MOST_HELD * every)
    if day < first:
        day = working(first + timedelta(days=luck.number(0, every_days - 1)))
        on = max(agreed, working(day - every))
    lapsed = last - timedelta(days=luck.number(2 * every_days, 3 * every_days)) if luck.chance(0.06) else last
    found: list[Meeting] = []
    goes_on = False
    while day < min(last, lapsed):
        if not goes_on and luck.chance(0.1):
            found.append(Meeting(on, day, MeetingStatus.CANCELLED))
            on, day, goes_on = day, working(day + timedelta(days=luck.number(3, 9))), True
            continue
        held = working(day + timedelta(days=luck.number(1, 3) if luck.chance(0.05) else 0))
        if held >= last:
            break
        late = luck.number(6, 17) if luck.chance(0.12) else luck.number(-3, 4)
        following = working(held + every + timedelta(days=late))
        found.append(Meeting(on, day, MeetingStatus.HELD, held, following, 2, goes_on))
        on, day, goes_on = held, following, False
    still = last == until
    if found and found[-1].status is MeetingStatus.HELD and luck.chance(0.3 if still else 0.1):
        found[-1] = replace(found[-1], signed=luck.weighted((1, 0), (9, 1)))
    # What takes the place of a cancelled one always has a day.
    if goes_on or (luck.chance(0.75) and still and lapsed == last):
        found.append(Meeting(on, day, MeetingStatus.PLANNED, goes_on=goes_on))
    return tuple(found)


def working(day: date) -> date:
    """The day, or the Monday after it where it is on a weekend."""
    return day + timedelta(days=(0, 0, 0, 0, 0, 2, 1)[day.weekday()])
