"""What a lead sees on the screen, what `--json` prints and what every document says are one: over workspaces in which
things happened by chance."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import timedelta
from random import Random
from typing import Any

import pytest

from command_line import CommandLine
from log_reader import OVER_ALL, figures_in, findings_in, rows_of
from log_stage import LEE, TEAM, North
from one_to_one_stage import flat
from reflect.cli.door import Door
from reflect.domain.actions.action import Evidence, EvidenceKind, Level, RecheckResult, Status
from reflect.domain.actions.wanted import Wanted, Whose
from reflect.domain.figures.cells import AGES
from reflect.domain.figures.measures import Measure
from reflect.domain.figures.saying import age_words, as_shown, quarter_words
from reflect.domain.people import CircleKind
from reflect.reports.log_documents import Kind, written
from reflect.reports.log_words import heading
from reflect.services.practice import Practice
from reflect.tui.log.figure_words import STANDING
from reflect.tui.log.figures_page import FiguresPage
from reflect.tui.log.learning_page import LearningPage
from reflect.tui.log.log_page import LogPage
from stage import Stage
from waiting import press, text_of

TIMES = 6
ORIGINS = ("child-m/father-left-out", "child-m/missed-visits", None)
Cells = Mapping[tuple[str, str, str], str]
"""Numbers as they are shown, by how they are told apart, by the code of what, and by the measure."""


class Chance:
    """Everybody of the team does by chance what they may, every third week, and the lead confirms and looks again."""

    def __init__(self, north: North, seed: int) -> None:
        self.north, self.chance = north, Random(seed)
        with north.signed_in(LEE) as lee:
            self.links = {link.supervisee: link.id for link in lee.links.my_supervisees()}

    def go_on(self) -> None:
        self.north.clock.go_on(days=21)
        for name in TEAM:
            with self.north.signed_in(name) as practice:
                for _ in range(self.chance.randint(1, 3)):
                    self._agree(practice)
                for action in practice.actions.listed(Wanted(whose=Whose.MINE)):
                    self._act(practice, action.id, action.status)
        with self.north.signed_in(LEE) as lee:
            for action in lee.actions.listed(Wanted(whose=Whose.SUPERVISEES)):
                if action.status is Status.DONE and self.chance.random() < 0.6:
                    lee.acting.confirm(action.id)
                elif action.recheck_due and action.recheck_due <= self.north.clock.today():
                    lee.acting.recheck(action.id, RecheckResult.SUSTAINED)

    def _agree(self, practice: Practice) -> None:
        made = practice.acting.propose(
            what="Something to do",
            due=self.north.clock.today() + timedelta(days=self.chance.choice((3, 20, 70))),
            origin=self.chance.choice(ORIGINS),
            level=self.chance.choice((Level.PRACTITIONER, Level.TEAM)),
            agree=True,
            pair=self.links[practice.person.id],
        )
        if self.chance.random() < 0.4:
            practice.acting.show_to(made.id, CircleKind.TEAM)

    def _act(self, practice: Practice, action: str, status: Status) -> None:
        evidence = Evidence(EvidenceKind.AUDIT, "Nine of ten", self.north.clock.today())
        if status in (Status.AGREED, Status.IN_PROGRESS) and self.chance.random() < 0.5:
            if self.chance.random() < 0.3:
                practice.acting.escalate(action, "No answer")
            practice.acting.done(
                action, evidence=evidence, impact=self.chance.choice(("", "They ask sooner"))
            )


@dataclass(frozen=True)
class Seen:
    """What a lead was shown, each in its own way."""

    north: North
    figures: dict[str, Any]
    learning: list[dict[str, Any]]
    documents: dict[str, bytes]


@pytest.fixture(params=[1, pytest.param(2, marks=pytest.mark.closer)])
def lead_sees(stage: Stage, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Seen:
    north = North(stage)
    chance = Chance(north, request.param)
    for _ in range(TIMES):
        chance.go_on()
    reflect = CommandLine(stage.workspace.folder, north.clock, monkeypatch)
    with north.signed_in(LEE) as lee:
        lee.telling.told([notice.id for notice in lee.telling.waiting()])
        report = lee.overseeing.report()
        monkeypatch.setattr(Door, "signed_in", lambda *_: nullcontext(lee))
        return Seen(
            north,
            reflect("log", "figures", "--json").json,
            reflect("log", "learning", "--json").json,
            {kind.value: written(report, kind) for kind in Kind},
        )


def shown(cell: Mapping[str, Any]) -> str:
    """A number of the data for programs as people read it."""
    return str(as_shown(cell["value"]))


def in_data(figures: Mapping[str, Any]) -> Cells:
    """The cells of `--json`."""
    found = {}
    for cell in figures["cells"]:
        by = next((name for name in _BY if cell[name] is not None), None)
        key = (_BY[by] if by else "whole", cell[by] if by else "", heading(Measure(cell["measure"])))
        found[key] = shown(cell)
    return found


_BY = {
    **{name: name for name in ("theme", "level", "finding", "bank", "stage", "age")},
    "month": "quarter",
}


def in_sheet(document: bytes, kind: str) -> Cells:
    """The cells of a sheet, by their codes."""
    names = ("by", "key", "measure", "number")
    if kind == "xlsx":
        names = ("Told apart by", "Code", "What is counted", "Number")
    rows = rows_of(document, kind, "figure", "Figures")
    return {(row[names[0]], row[names[1]], row[names[2]]): row[names[3]] for row in rows}


def without_noughts(cells: Cells) -> Cells:
    """What is not there is a true nought, and one that is there says the same."""
    return {key: number for key, number in cells.items() if number != "0"}


def say_the_same_figures(lead_sees: Seen) -> None:
    """Data, sheets and pages."""
    data, documents = in_data(lead_sees.figures), lead_sees.documents
    assert len({number for number in data.values() if number.isdecimal()}) > 5
    assert "not shown" in data.values()
    for kind in ("csv", "xlsx"):
        assert without_noughts(in_sheet(documents[kind], kind)) == without_noughts(data)
    on_sheets = figures_in(documents["csv"], "csv")
    assert figures_in(documents["xlsx"], "xlsx") == on_sheets
    web, *others = (figures_in(documents[kind], kind) for kind in ("html", "docx", "md"))
    assert others == [web, web]
    assert len(web) > 50
    assert {key: on_sheets[key] for key in web} == web


def say_the_same_of_every_finding(lead_sees: Seen) -> None:
    """Data, sheets and pages."""
    sheet = findings_in(lead_sees.documents["csv"], "csv")
    for line in lead_sees.learning:
        of = line["team"], line["text"]
        assert [sheet[(*of, name)] for name in OVER_ALL] == [
            str(as_shown(line[name.lower()])) for name in OVER_ALL
        ]
        assert [sheet[(*of, f"Listed: {name}")] for name in OVER_ALL[1:]] == [
            str(line["listed"][name.lower()]) for name in OVER_ALL[1:]
        ]
    assert findings_in(lead_sees.documents["xlsx"], "xlsx") == sheet
    for kind in ("html", "docx", "md"):
        page = findings_in(lead_sees.documents[kind], kind)
        assert page
        late = {
            (line["team"], line["text"], name.capitalize())
            for line in lead_sees.learning
            for name in not_frozen(line)
        }
        assert {key: "not frozen yet" if key in late else sheet[key] for key in page} == page


async def screen_says_it_too(lead_sees: Seen) -> None:
    """The pages of figures, of learning and of the log."""
    async with lead_sees.north.at(LEE, (120, 400)) as pilot:
        await press(pilot, "4")
        assert isinstance(pilot.app.screen, FiguresPage)
        label = pilot.app.screen.desk.practice.banks.vocabulary.label
        figures_say_it(parts_of(text_of(pilot)), in_data(lead_sees.figures), label)
        await press(pilot, "3")
        assert isinstance(pilot.app.screen, LearningPage)
        learning_says_it(text_of(pilot), lead_sees.learning)
        await press(pilot, "2")
        assert isinstance(pilot.app.screen, LogPage)
        log_says_it(flat(pilot), lead_sees.documents["csv"])


def figures_say_it(parts: Mapping[str, list[str]], data: Cells, theme: Callable[[str], str]) -> None:
    """Every number of the page of figures that is told apart."""
    for (label, measure), line in zip(STANDING, parts["How it stands"], strict=False):
        assert number_in(line, label) == data.get(("whole", "", heading(measure)), "0"), line
    for title, by, names in (
        ("Agreed, by level", "level", {level.value.capitalize(): level.value for level in Level}),
        ("How long ago agreed, of what is open", "age", {age_words(age): age for age in AGES}),
    ):
        measure = "Open" if by == "age" else "Agreed"
        for name, key in names.items():
            line = next(line for line in parts[title] if line.startswith(name))
            assert number_in(line, name) == data.get((by, key, measure), "0"), line
    for line in parts["Agreed, by the quarter of agreement"]:
        name = line[:30].rsplit("  ", 1)[0].strip()
        key = next(key for by, key, _ in data if by == "quarter" and quarter_words(key) == name)
        assert number_in(line, name) == data["quarter", key, "Agreed"], line

    themes = {theme(key): number for (by, key, of), number in data.items() if (by, of) == ("theme", "Agreed")}
    drawn, _, hidden = "\n".join(parts["Agreed, by theme"]).partition("┄ not shown: ")
    not_shown = " ".join(hidden.split())
    for name, number in themes.items():
        lines = [line for line in drawn.splitlines() if line.startswith(name)]
        assert ([number_in(line, name).removeprefix("(stubborn) ") for line in lines] or ["not shown"]) == [
            number
        ]
        assert (name in not_shown) is not bool(lines)
    assert themes


def learning_says_it(page: str, learning: list[dict[str, Any]]) -> None:
    """Every number of each finding."""
    rows = [line.strip(" ▁▂▃▄▅▆▇█") for line in page.splitlines()]
    for line in learning:
        at = next(at for at, row in enumerate(rows) if row and line["text"].startswith(row[:60]))
        below = next(row for row in range(at, len(rows)) if rows[row].startswith("On the log: "))
        shown = in_words(" ".join(rows[at + 1 : below]))
        reflected = line["reflected"]
        assert shown.pop("reflected on the briefing") == (
            str(as_shown(reflected)) if reflected != 0 else "nobody"
        )
        names = [name.lower() for name in OVER_ALL[1:]] if line["agreed"] else ["agreed"]
        late = not_frozen(line)
        names = names + [name for name in late if name not in names] if line["agreed"] is not None else names
        wanted = {
            name: "not frozen yet" if name in late else str(as_shown(line[name]))
            for name in names
            if line[name] != 0 or name in late or (name == "agreed" and not late)
        }
        assert {name: number.replace("none", "0") for name, number in shown.items()} == wanted
        listed = {name: str(number) for name, number in line["listed"].items() if number}
        log = rows[below].removeprefix("On the log: ")
        assert ({} if log == "nothing yet" else in_words(log)) == listed


def not_frozen(line: Mapping[str, Any]) -> list[str]:
    """The numbers over everything agreed than which more can be counted on the log: words do not say them."""
    return [name for name, exact in line["listed"].items() if line[name] is not None and line[name] < exact]


def in_words(said: str) -> dict[str, str]:
    """Numbers by what they are of, from a line such as `7 agreed · not shown: confirmed, stuck`."""
    found = {}
    for part in said.split(", as frozen on ")[0].split(" · "):
        number, of = _NUMBERED.fullmatch(part).groups()
        found.update(dict.fromkeys(of.split(", "), number))
    return found


_NUMBERED = re.compile(r"(\d+|nobody|none|not shown|not frozen yet):? ([a-z ,]+)(?: \(.*\))?")


def log_says_it(said: str, document: bytes) -> None:
    """How many are listed, and how many of them have each letter."""
    letters = rows_of(document, "csv", "letter", "Letters")
    assert letters
    for row in letters:
        assert (f"{row['word']} {row['count']}" in said) is (row["count"] != "0"), row
    listed = {row["id"] for row in rows_of(document, "csv", "listed", "Listed actions")}
    assert f"{len(listed)} listed: " in said


async def test_the_screen_the_data_the_sheets_and_the_pages_say_the_same_to_the_last_number(
    lead_sees: Seen,
) -> None:
    say_the_same_figures(lead_sees)
    say_the_same_of_every_finding(lead_sees)
    await screen_says_it_too(lead_sees)
    assert len(lead_sees.documents) == 5


def parts_of(page: str) -> dict[str, list[str]]:
    """The lines of the page below each of its titles."""
    found: dict[str, list[str]] = {}
    title = ""
    for line in (line.strip() for line in page.splitlines()):
        if line and not title:
            title = line.split(", as frozen on ")[0]
        elif line:
            found.setdefault(title, []).append(line)
        else:
            title = ""
    return found


def number_in(line: str, label: str) -> str:
    """The number at the end of a line with a bar."""
    after = re.sub(r"[▁-▏▔┄·]", " ", line.strip().removeprefix(label.strip()))
    return re.sub(r" \(.*", "", " ".join(after.split()))
