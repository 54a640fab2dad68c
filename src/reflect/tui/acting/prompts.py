"""Quiet prompts while somebody writes an action: they ask for something specific and small, and never insist."""

from __future__ import annotations

AT_FIRST = "One thing, small enough to be seen happening: notice, try or ask something."
_LONG = "That is a lot. Which part of it would you do first?"
_SEVERAL = "There may be several things here. Each can be an action of its own."
_VAGUE = "What would somebody see you do?"
_WELL = "When would you do it next?"
_MOST_WORDS = 30
_MOST_ANDS = 2
_INTENTIONS = frozenset(
    {
        "aim",
        "be",
        "become",
        "consider",
        "develop",
        "ensure",
        "improve",
        "increase",
        "more",
        "remember",
        "think",
    }
)


def prompt_for(words: str) -> str:
    """One short question or sentence about what is written so far."""
    said = words.casefold().split()
    if not said:
        return AT_FIRST
    if len(said) > _MOST_WORDS:
        return _LONG
    if said.count("and") >= _MOST_ANDS:
        return _SEVERAL
    if said[0] in _INTENTIONS:
        return _VAGUE
    return _WELL
