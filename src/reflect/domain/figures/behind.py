"""Who is behind a number, and whether these are enough people for it to be told."""

from __future__ import annotations

from collections.abc import Mapping

Behind = Mapping[str, int]
"""How much each person counts for in one number: nobody counts for nothing. What a lead can count by hand, because it
is listed, stands under the person with `LISTED` before it."""

LISTED = "="


def split(everything: Mapping[str, int], listed: Mapping[str, int]) -> Behind:
    """Who is behind a number, with what is listed of it apart."""
    if not listed:
        return everything
    apart = {f"{LISTED}{person}": amount for person, amount in listed.items()}
    rest = {person: left for person, whole in everything.items() if (left := whole - listed.get(person, 0))}
    return {**rest, **apart}


def without(one: Behind, other: Behind) -> dict[str, int]:
    """Who is behind the difference of two numbers."""
    left = dict(one)
    for person, amount in other.items():
        rest = left.get(person, 0) - amount
        if rest:
            left[person] = rest
        else:
            left.pop(person, None)
    return left


def is_of_enough(behind: Behind, threshold: int) -> bool:
    """Whether nobody or enough people are behind a number, and likewise behind what is left of it for somebody who
    knows all that is listed."""
    if not behind:
        return True
    apart = [person for person in behind if person[0] == LISTED]
    if 0 < len(behind) - len(apart) < threshold:
        return False
    if not apart:
        return True
    people = {person for person in behind if person[0] != LISTED}
    for mark in apart:
        person = mark[len(LISTED) :]
        if behind[mark] + behind.get(person, 0):
            people.add(person)
        else:
            people.discard(person)
    return not people or len(people) >= threshold
