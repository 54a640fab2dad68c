"""Numbers and addresses with a make of their own: NHS, telephone, national insurance, postcode, e-mail."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator

from reflect.domain.identifiers.kinds import IdentifierKind, Mark
from reflect.domain.identifiers.word_set import word_set

_GAP = r" {0,2}[-.]? {0,2}"
_NHS = re.compile(rf"(?<![\d/])(\d{{3}}){_GAP}(\d{{3}}){_GAP}(\d{{4}})(?![\d/])")
# The sign that must come first stands first in the rule: it is what makes the search fast.
_PHONE = re.compile(r"[+(0](?<![\d/+].)[ .()-]{0,3}\d(?:[ .()-]{0,3}\d){7,13}(?![\d/])")
_DATE_IN_FRONT = re.compile(r"\d\d([ .-])\d\d\1(?:19|20)?\d\d\b")
_FILE_NUMBER_BEFORE = re.compile(
    r"\b(?:case|file|ref|reference|incident|log|crime|urn|invoice|policy|order|id|account)"
    r"(?: (?:number|no|num|id|ref))?[ .:#]{1,3}(?:is |was )?\Z",
    re.IGNORECASE,
)
_NATIONAL_INSURANCE = re.compile(
    r"(?<![A-Za-z0-9])([A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z])[ -]{0,2}\d\d[ -]{0,2}\d\d[ -]{0,2}\d\d"
    r"(?:[ -]{0,2}(?P<suffix>[A-D]))?(?![A-Za-z0-9])",
    re.IGNORECASE,
)
_NEVER_ISSUED = word_set("BG GB KN NK NT TN ZZ")
_SAYS_NATIONAL_INSURANCE = re.compile(r"\b(?:national insurance|ni(?:no)?|n\.i\.)\b", re.IGNORECASE)
_POSTCODE = re.compile(
    r"(?<![A-Za-z0-9])(?P<area>[A-Z]{1,2})\d(?:\d|[A-Z])?(?P<gap> {0,2})(?P<end>\d[ABD-HJLNP-UW-Z]{2})"
    r"(?![A-Za-z0-9])",
    re.IGNORECASE,
)
_AREAS = word_set(
    """
    AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH
    EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M
    ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST
    SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE
    """
)
# "s47 2nd visit": small letters that count or measure are no end of a postcode.
_COUNTS_AND_MEASURES = word_set("st nd rd th hr yr ft wd pt lb qt ug")
_LOCAL_PART = string.ascii_letters + string.digits + "._%+'-"
_DOMAIN = re.compile(r"@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}")


def numbers_and_addresses(plain: str) -> Iterator[Mark]:
    """Every such number and address in folded text."""
    yield from _nhs_numbers(plain)
    yield from _phones(plain)
    yield from _national_insurance_numbers(plain)
    yield from _postcodes(plain)
    yield from _emails(plain)


def _nhs_numbers(plain: str) -> Iterator[Mark]:
    for found in _NHS.finditer(plain):
        if _has_right_check_digit("".join(found.groups())):
            yield IdentifierKind.NHS_NUMBER, *found.span()


def _has_right_check_digit(digits: str) -> bool:
    """Modulus 11 over the first nine figures, weighted 10 down to 2. Ten times one figure is nobody's."""
    total = sum(int(digit) * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False))
    return (11 - total % 11) % 11 == int(digits[9]) and len(set(digits)) > 1


def _phones(plain: str) -> Iterator[Mark]:
    """Numbers that ring somebody at home or in the pocket. Freephone and 03 numbers belong to services."""
    at = 0
    while found := _PHONE.search(plain, at):
        at = found.end()
        end = _end_of_phone(found)
        if end and not _FILE_NUMBER_BEFORE.search(plain, max(0, found.start() - 30), found.start()):
            at = end
            yield IdentifierKind.PHONE, found.start(), end


def _end_of_phone(found: re.Match[str]) -> int | None:
    """The end of the number that begins here, which may be followed by other figures; None if it is none."""
    written = found.group()
    digits = re.sub(r"\D", "", written)
    if written[0] == "+" or digits.startswith("00"):
        return found.end() if _rings_from_abroad(digits.removeprefix("00")) else None
    if digits[0] != "0" or digits[1] not in "127" or len(digits) < (11 if digits[1] == "7" else 10):
        return None
    if _DATE_IN_FRONT.match(written) or not _begins_with_an_area(written.lstrip("( ")):
        return None
    if len(digits) <= 11:
        return found.end()
    eleventh = [figure.end() for figure in re.finditer(r"\d", written)][10]
    return None if written[eleventh].isdigit() else found.start() + eleventh


def _rings_from_abroad(digits: str) -> bool:
    """Whether the figures after + or 00 can be a number: one of this country, or any of another."""
    if not digits.startswith("44"):
        return 9 <= len(digits) <= 14 and digits[0] != "0"
    at_home = digits[2:].removeprefix("0")
    return len(at_home) in (9, 10) and at_home[0] in "127"


def _begins_with_an_area(written: str) -> bool:
    """Whether the first group of figures could be an area: 020, 0113, 01632, or all in one."""
    first = re.match(r"\d+", written)
    return first is not None and (len(first.group()) >= 3 or written.startswith("07 "))


def _national_insurance_numbers(plain: str) -> Iterator[Mark]:
    for found in _NATIONAL_INSURANCE.finditer(plain):
        if found[1].upper() in _NEVER_ISSUED:
            continue
        before = max(0, found.start() - 30)
        if found["suffix"] or _SAYS_NATIONAL_INSURANCE.search(plain, before, found.start()):
            yield IdentifierKind.NATIONAL_INSURANCE, *found.span()


def _postcodes(plain: str) -> Iterator[Mark]:
    for found in _POSTCODE.finditer(plain):
        if found["area"].upper() in _AREAS and found["end"][1:] not in _COUNTS_AND_MEASURES:
            yield IdentifierKind.POSTCODE, *found.span()


def _emails(plain: str) -> Iterator[Mark]:
    for found in _DOMAIN.finditer(plain):
        before = plain[max(0, found.start() - 64) : found.start()]
        local = before[len(before.rstrip(_LOCAL_PART)) :].lstrip(".'-")
        if local:
            end = found.end() - (len(found.group()) - len(found.group().rstrip("-")))
            yield IdentifierKind.EMAIL, found.start() - len(local), end
