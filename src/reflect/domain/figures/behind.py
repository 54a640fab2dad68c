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


def is_of_enough(behind: Behind, threshold: int) -> bool:
    """Whether nobody or enough people are behind a number, and likewise behind what is left of it for somebody who
    knows all that is listed."""
    return are_enough_apart(behind, {}, threshold)


def are_enough_apart(one: Behind, other: Behind, threshold: int) -> bool:
    """The same of the difference between two numbers."""
    unlisted = people = 0
    for second, names in enumerate((one, other)):
        for person in names:
            if second and person in one:
                continue
            if person[0] != LISTED:
                change = one.get(person, 0) - other.get(person, 0)
                by_hand = LISTED + person
                unlisted += change != 0
                people += change + one.get(by_hand, 0) - other.get(by_hand, 0) != 0
                if unlisted >= threshold and people >= threshold:
                    return True
            elif (name := person[len(LISTED) :]) not in one and name not in other:
                people += one.get(person, 0) != other.get(person, 0)
    return (not unlisted or unlisted >= threshold) and (not people or people >= threshold)
