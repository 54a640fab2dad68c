"""Dates of birth: a date on which the words around it say that somebody was born or grows a year older."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reflect.domain.identifiers.kinds import IdentifierKind, Mark

_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_MONTH = r"(?:0?[1-9]|1[0-2])"
_YEAR = r"(?:(?:19|20)\d\d|\d\d)"
_NAMED = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_DATE = re.compile(
    rf"(?<![\d/])(?<!\d[.-])(?:"
    rf"(?:19|20)\d\d([/.-]){_MONTH}\1{_DAY}"
    rf"|{_DAY}([/. -]){_MONTH}\2{_YEAR}"
    rf"|{_DAY}(?:st|nd|rd|th)?(?: of)?[ .-]{{0,2}}{_NAMED}\b(?:[ .,-]{{0,2}}(?:19|20)\d\d|[ -]\d\d)?"
    rf"|{_DAY}/{_MONTH}"
    rf"|(?:\d{{6}}|{_DAY}{_MONTH}(?:19|20)\d\d)"
    rf")(?![\d/])(?![.-]\d)"
    rf"|\b{_NAMED} {_DAY}(?:st|nd|rd|th)?(?:,? (?:19|20)\d\d)?\b",
    re.IGNORECASE,
)
_BARE_FIGURES = re.compile(r"\d{6,8}")

_BIRTH = r"(?<![a-z])(?:d\.? ?o\.? ?b(?![a-z])\.?|date of birth|birth ?date)"
_BEFORE = re.compile(
    rf"(?P<sure>{_BIRTH})|(?P<told>\bborn\b|\bbirthday\b)|(?P<short>\bb(?:\. ?| )\Z|\baged? \d{{1,2}},? ?\(?\Z"
    r"|\b(?:turn(?:s|ed|ing)?|will be|(?:is|was) going to be) [a-z0-9-]{1,12} (?:on )?(?:the )?\Z)",
    re.IGNORECASE,
)
_AFTER = re.compile(
    rf"[ ,(-]{{1,3}}(?:"
    rf"(?:(?:is|was|as|being|for|which|his|her|their|the|my|on|(?:baby|child)(?:'s)?|recorded|given) ){{0,6}}"
    rf"(?:{_BIRTH}|birthday\b(?! (?:card|party|present|cake)))(?![ :.,-]{{0,3}}(?:is |was |on )?(?:the )?\d)"
    r"|(?:when|the day(?: that| on which)?) (?:he|she|they|it|(?:the |her |his )?(?:baby|child|twins)) (?:was|were)"
    r" born\b)",
    re.IGNORECASE,
)
_SOMETHING_ELSE = re.compile(
    r"\b(?:met|meet|meeting|visit(?:s|ed)?|saw|seen|review(?:ed)?|conference|assessment|assessed|referral|referred"
    r"|discharged|moved|died|then|card|party|present|cake|since|after|until|letter|contact|incident)\b",
    re.IGNORECASE,
)
_ANOTHER_CLAUSE = re.compile(r"\b(?:and|but|when|we|i|before|first)\b", re.IGNORECASE)
_STOP = re.compile(r"[;!?\n]|(?<![dob])\. ", re.IGNORECASE)
_SPEAKS_OF_BIRTH = (
    "birth",
    "born",
    "dob",
    "d.o",
    "d o b",
    "do b",
    "aged ",
    "age ",
    "turn",
    "will be",
    "going to be",
)
_SHORT_FOR_BORN = re.compile(r"\bb[. ]{1,2}\d")
_WINDOW = 70
_MOST_WORDS_BETWEEN = 10


def births(plain: str) -> Iterator[Mark]:
    """Every date of birth in folded text. A birth is told once: each word for it claims one date at most."""
    claimed = 0
    for first, last in _places_worth_reading(plain):
        for date in _DATE.finditer(plain, max(first, claimed), last):
            start, end = date.span()
            if _is_told_before(plain, max(claimed, start - _WINDOW), date) or _is_told_after(plain, date):
                yield IdentifierKind.BIRTH, start, end
            claimed = end


def _places_worth_reading(plain: str) -> Iterator[tuple[int, int]]:
    """The stretches around words for a birth; most texts have none."""
    small = plain.lower()
    starts = [found.start() for found in _SHORT_FOR_BORN.finditer(small)]
    for words in _SPEAKS_OF_BIRTH:
        at = small.find(words)
        while at >= 0:
            starts.append(at)
            at = small.find(words, at + len(words))
    first = last = 0
    for at in sorted(starts):
        if at - _WINDOW > last:
            yield first, last
            first = at - _WINDOW
        last = at + 2 * _WINDOW
    yield max(0, first), last


def _is_told_before(plain: str, since: int, date: re.Match[str]) -> bool:
    cue = None
    for found in _BEFORE.finditer(plain, since, date.start()):
        cue = found
    if cue is None:
        return False
    if cue["short"]:
        return not _BARE_FIGURES.fullmatch(date.group())
    between = plain[cue.end() : date.start()]
    if _BARE_FIGURES.fullmatch(date.group()):
        return cue["sure"] is not None and len(between) <= 6
    if len(between.split()) > _MOST_WORDS_BETWEEN or _STOP.search(between):
        return False
    if _SOMETHING_ELSE.search(between):
        return False
    return cue["sure"] is not None or not _ANOTHER_CLAUSE.search(between)


def _is_told_after(plain: str, date: re.Match[str]) -> bool:
    return not _BARE_FIGURES.fullmatch(date.group()) and bool(_AFTER.match(plain, date.end()))
