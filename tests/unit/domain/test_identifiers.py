"""What is marked as a reminder before words are shared, and what is left in peace."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st
from identifier_sentences import HELD_OUT, LOCAL_WORDS, TUNED_ON

from reflect.domain.identifiers import Identifier, IdentifierKind, find_identifiers

KINDS = {
    "nhs": IdentifierKind.NHS_NUMBER,
    "postcode": IdentifierKind.POSTCODE,
    "birth": IdentifierKind.BIRTH,
    "phone": IdentifierKind.PHONE,
    "email": IdentifierKind.EMAIL,
    "ni": IdentifierKind.NATIONAL_INSURANCE,
    "name": IdentifierKind.NAME,
    "local": IdentifierKind.LOCAL,
}
MARKED = re.compile(r"\[(\w+):([^\]]+)\]")


@dataclass
class Measured:
    """How many identifiers were there and found whole, and how much was marked that is none."""

    there: Counter[IdentifierKind]
    found: Counter[IdentifierKind]
    false_alarms: list[str]
    words: int

    def recall(self, *, names: bool) -> float:
        kinds = [kind for kind in KINDS.values() if (kind is IdentifierKind.NAME) is names]
        return sum(self.found[kind] for kind in kinds) / sum(self.there[kind] for kind in kinds)


def unmarked(line: str) -> tuple[str, set[Identifier]]:
    """The sentence as a person wrote it, and the identifiers in it."""
    text, marks, done = "", set(), 0
    for mark in MARKED.finditer(line):
        text += line[done : mark.start()]
        marks.add(Identifier(KINDS[mark[1]], len(text), len(text) + len(mark[2])))
        text += mark[2]
        done = mark.end()
    return text + line[done:], marks


def measure(lines: Sequence[str]) -> Measured:
    measured = Measured(Counter(), Counter(), [], 0)
    for line in lines:
        text, marks = unmarked(line)
        found = set(find_identifiers(text, local_words=LOCAL_WORDS))
        measured.words += len(text.split())
        measured.there.update(mark.kind for mark in marks)
        measured.found.update(mark.kind for mark in marks & found)
        measured.false_alarms += [f"{each.kind}: {text[each.start : each.end]}" for each in found - marks]
    return measured


def found_in(text: str, *local_words: str) -> list[tuple[IdentifierKind, str]]:
    return [
        (each.kind, text[each.start : each.end]) for each in find_identifiers(text, local_words=local_words)
    ]


@pytest.mark.parametrize("lines", [TUNED_ON, HELD_OUT, TUNED_ON + HELD_OUT], ids=["tuned", "held out", "all"])
def test_of_two_hundred_invented_sentences(
    lines: list[str], record_property: Callable[[str, object], None]
) -> None:
    measured = measure(lines)
    per_thousand = 1000 * len(measured.false_alarms) / measured.words
    for name, value in {
        "recall without names": measured.recall(names=False),
        "recall of names": measured.recall(names=True),
        "false alarms in 1,000 words": per_thousand,
    }.items():
        record_property(name, value)
        print(f"{name}: {value:.2f}")
    assert measured.recall(names=False) >= 0.95
    assert measured.recall(names=True) >= 0.9
    assert per_thousand <= 1, measured.false_alarms


def test_the_sentences_are_two_hundred_and_hold_every_kind_many_times() -> None:
    assert (len(TUNED_ON), len(HELD_OUT)) == (140, 60)
    assert len({unmarked(line)[0] for line in TUNED_ON + HELD_OUT}) == 200
    there = measure(TUNED_ON + HELD_OUT).there
    assert all(there[kind] >= 4 for kind in KINDS.values())
    assert sum(not MARKED.search(line) for line in TUNED_ON + HELD_OUT) >= 60


@pytest.mark.parametrize(
    "written", ["999 110 6847", "9991106847", "999-110-6847", "999.110.6847", "999  110 6847"]
)
def test_an_nhs_number_is_known_by_its_check_digit(written: str) -> None:
    assert found_in(f"It says {written}.") == [(IdentifierKind.NHS_NUMBER, written)]
    assert found_in(f"It says {written[:-1]}8.") == []


def test_a_figure_ten_times_over_is_no_nhs_number() -> None:
    assert found_in("1111111111 and 0000000000 and 9999999999") == []


@pytest.mark.parametrize("written", ["HX9 4QD", "hx94qd", "EC5A 1BB", "W15  2ZZ", "e21 3aa"])
def test_a_postcode_has_one_of_the_shapes_and_areas_that_there_are(written: str) -> None:
    assert found_in(f"near {written}, by the shop") == [(IdentifierKind.POSTCODE, written)]


@pytest.mark.parametrize(
    "written", ["QQ9 4QD", "HX9 4CI", "HX999 4QD", "s47 2nd", "s17 1st", "B12 5mg", "KS2 3AA", "XHX9 4QD"]
)
def test_what_only_looks_like_a_postcode_is_left(written: str) -> None:
    assert found_in(f"we wrote {written} on it") == []


@pytest.mark.parametrize(
    "written",
    [
        "07700 900123",
        "+44 7700 900123",
        "0044 7700 900123",
        "(0161) 496 0199",
        "01632-960-777",
        "+48 512 345 678",
    ],
)
def test_a_telephone_number(written: str) -> None:
    assert found_in(f"Ring {written} at 6.") == [(IdentifierKind.PHONE, written)]


@pytest.mark.parametrize(
    "words",
    [
        "Childline is 0800 1111, the helpline 0808 800 5000 and the council 0300 123 4567.",
        "On 07.03.2021 14.30 we met, and on 02 03 2021 14 30 again.",
        "Case number 01632 960123 was closed.",
        "It is 0770090012 or 077009001234567 or 1/07700900123.",
    ],
)
def test_figures_that_ring_nobody_at_home_are_left(words: str) -> None:
    assert found_in(words) == []


@pytest.mark.parametrize(
    ("words", "marked"),
    [
        ("ni number AB 12 34 56 was there", ["AB 12 34 56"]),
        ("AB123456C and ab 12 34 56 d", ["AB123456C", "ab 12 34 56 d"]),
        ("AB 12 34 56 by itself, QQ123456C, BG123456A, AB123456E", []),
    ],
)
def test_a_national_insurance_number_needs_a_prefix_that_is_issued(words: str, marked: list[str]) -> None:
    assert found_in(words) == [(IdentifierKind.NATIONAL_INSURANCE, one) for one in marked]


@pytest.mark.parametrize(
    ("words", "marked"),
    [
        ("DOB 14032011, dob: 14.3.11; d.o.b. 2011-03-14", ["14032011", "14.3.11", "2011-03-14"]),
        ("He was born in Leeds on 12 March 2010 and seen on 20 March 2010.", ["12 March 2010"]),
        ("6 June 2013 is her date of birth.", ["6 June 2013"]),
        ("We met on 6 June 2013 (dob 3/4/12).", ["3/4/12"]),
        ("She will be five on the 3rd of May.", ["3rd of May"]),
        ("Born in 2015, in March. The birthday card came on 3 March 2020.", []),
        ("The new birth visit was on 3 March 2020, a review on 4 April, a birth plan.", []),
        ("aged 4 (03/05/2014), b. 3.4.2015", ["03/05/2014", "3.4.2015"]),
    ],
)
def test_a_date_is_one_of_birth_only_where_the_words_beside_it_say_so(words: str, marked: list[str]) -> None:
    assert found_in(words) == [(IdentifierKind.BIRTH, one) for one in marked]


@pytest.mark.parametrize(
    ("words", "marked"),
    [
        ("Mr. J. Okafor-Bright and Mrs de Souza", ["J. Okafor-Bright", "de Souza"]),
        ("his six-year-old sister Amy, his 4 year old brother Ben", ["Amy", "Ben"]),
        ("MUM KELLY SAID SO. PC RIDGEWELL AGREED.", ["KELLY", "RIDGEWELL"]),
        ("His mother Siân O’Connor and brother Łukasz", ["Siân O’Connor", "Łukasz"]),
        ("her friends Zed, Quill and Ondine came", ["Zed", "Quill", "Ondine"]),
        ("a girl called shaniqwa and a boy called round and a child called names", ["shaniqwa"]),
        (
            "dad vexx was out, and mum also was; his name is jorl; mum (her name is chantay)",
            ["vexx", "jorl", "chantay"],
        ),
        (
            "Mollie and Kain live with the Quillane family, not with the Polish family.",
            ["Mollie", "Kain", "Quillane"],
        ),
        ("mum - jenny - said; dad (omar) did not", ["jenny", "omar"]),
        ("His brother Quill is ill. I saw Quill's bed.", ["Quill", "Quill"]),
        ("Mrs B and Mr K agreed about Child D, Baby E and Ms X.", []),
        ("Clare's Law, St Helen's Hospital, Victoria Park and Father Christmas", []),
        ("The tool is called Outcomes Star; the project was named Lighthouse; her named GP came.", []),
        ("The nurse manager and the dr asked; sister and brother agreed. Mum, I think, heard.", []),
    ],
)
def test_names_beside_titles_relations_and_by_themselves(words: str, marked: list[str]) -> None:
    assert found_in(words) == [(IdentifierKind.NAME, one) for one in marked]


def test_local_words_are_whole_words_in_any_case_and_with_any_accents() -> None:
    words = "café rouge", "Elm"
    assert found_in("At CAFE  ROUGE, near elm-side; helm, elms, cafe.", *words) == [
        (IdentifierKind.LOCAL, "CAFE  ROUGE"),
        (IdentifierKind.LOCAL, "elm"),
    ]
    assert found_in("Elm House", "Elm", "Elm House") == [(IdentifierKind.LOCAL, "Elm House")]
    assert found_in("Nothing of theirs.", "", " ", "-") == []


def test_two_kinds_that_overlap_are_marked_once_and_whole() -> None:
    assert found_in("I asked Mrs Kelly Thistledown again", "Kelly", "Thistledown again") == [
        (IdentifierKind.NAME, "Kelly Thistledown again")
    ]


def test_places_count_characters_of_the_text_as_it_was_written() -> None:
    text = (
        "ﬁrst, e\u0301tude:\u00a0dob\u00a0１４／０３／２０１１, \u200bMrs\u202fOkafo\u0301r’s 07700\u2011900\u2013123"
        " 😀 kelly@example.com"
    )
    assert [words for _, words in found_in(text)] == [
        "１４／０３／２０１１",
        "Okafo\u0301r",
        "07700\u2011900\u2013123",
        "kelly@example.com",
    ]


def test_an_identifier_does_not_repeat_the_words() -> None:
    (found,) = find_identifiers("I wrote to kelly@example.com")
    assert "kelly" not in repr(found)


FRAGMENTS = [
    "Mrs ",
    "mum, ",
    "Kelly",
    "'s ",
    "dob ",
    "03/04/2014",
    "0",
    "7700 900123",
    "+44",
    "HX9 ",
    "4QD",
    "@",
    "a.b",
]
FRAGMENTS += [
    "\u0301",
    "ﷺ",
    "İ",
    "\u00ad",
    "\n",
    " ",
    "(",
    "999 110 6847",
    "ß",
    "😀",
    "called ",
    "AB123456C",
    "and ",
]


@given(st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=4), max_size=30).map("".join))
def test_marks_lie_inside_the_text_in_order_and_apart(text: str) -> None:
    found = find_identifiers(text, local_words=["kelly", "ss"])
    places = [place for each in found for place in (each.start, each.end)]
    assert places == sorted(places)
    assert all(0 <= each.start < each.end <= len(text) for each in found)


@pytest.mark.parametrize(
    "again",
    ["0", "0 ", "+44 ", "a@", "a@a.", "Mr ", "Mum A ", "mr de ", "dob ", "born 1/1/2010 ", "a-", "a'", "mum (",
     "twins Amy and ", "called ", "e\u0301\u0301", "AB12", "name is ", "'s", " ", "\n", "b. 1 ", "1/1/", "мама "],
)  # fmt: skip
def test_a_hostile_text_is_read_to_its_end(again: str) -> None:
    text = again * (20_000 // len(again))
    assert all(each.end <= len(text) for each in find_identifiers(text, local_words=["a b", "mama"]))
