"""What somebody typed in a dialog and had not kept when the program locked or ended is read by nobody else: held for
every dialog that there is, against everything that everybody can ask."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from textual.widgets import Input, TextArea

from reflect.cli.documents import WrittenByReports
from reflect.domain.supervision.one_to_one import OneToOne
from reflect.services.practice import Practice
from reflect.tui import dialogs
from reflect.tui.app import ReflectApp
from reflect.tui.dialogs.addendum import AddendumDialog
from reflect.tui.dialogs.agree import AgreeDialog
from reflect.tui.dialogs.agree_in_one_to_one import AgreeInOneToOneDialog
from reflect.tui.dialogs.as_at import AsAtDialog, Period, PeriodDialog
from reflect.tui.dialogs.begin_one_to_one import BeginDialog
from reflect.tui.dialogs.cancel_one_to_one import CancelDialog
from reflect.tui.dialogs.carry import CarryDialog
from reflect.tui.dialogs.close_mistaken import CloseMistakenDialog
from reflect.tui.dialogs.comment import CommentDialog
from reflect.tui.dialogs.edit_action import EditActionDialog
from reflect.tui.dialogs.form import FormDialog
from reflect.tui.dialogs.hand_action_over import HandActionOverDialog
from reflect.tui.dialogs.invite import InviteDialog
from reflect.tui.dialogs.link import LinkDialog
from reflect.tui.dialogs.plan_day import PlanDayDialog
from reflect.tui.dialogs.recheck import RecheckDialog
from reflect.tui.dialogs.say import SayDialog
from reflect.tui.dialogs.show_evidence import EvidenceDialog
from reflect.tui.dialogs.show_to import ShowToDialog
from reflect.tui.dialogs.since_when import SinceWhenDialog
from reflect.tui.dialogs.team import TeamDialog
from reflect.tui.dialogs.terms import TermsDialog
from reflect.tui.dialogs.topic import TopicDialog
from reflect.tui.dialogs.when_and_where import WhenAndWhereDialog
from reflect.tui.dialogs.working_note import NoteForm, WorkingNoteDialog
from reflect.tui.dialogs.write_action import WriteActionDialog
from rights import ADMINISTRATOR, CURRENT, LEAD, OWNER
from seen import FAULT, seen_by
from six_people import BANK, NAMES, PASSPHRASE, QUESTION, SixPeople
from waiting import settle

HALF_A_THOUGHT = "grebesford"
Form = FormDialog[Any]


@dataclass(frozen=True)
class Desk:
    """What a dialog is opened with, as somebody reads it."""

    six: SixPeople
    practice: Practice

    @property
    def record(self) -> OneToOne:
        return self.practice.one_to_ones.one(self.six.ids["record"])

    def say(self) -> SayDialog:
        action = self.practice.actions.action(self.six.ids["listed action"])
        return SayDialog(
            title="",
            about="",
            asked="",
            keep="",
            act=lambda it, said: it.acting.note(action.id, said),
        )

    def recheck(self) -> RecheckDialog:
        due = self.six.today
        made = self.practice.acting.propose(
            what="ask", due=due, origin=f"{BANK}/{QUESTION}", agree=True, pair=self.six.link
        )
        return RecheckDialog(self.practice.actions.trace(made.id), due)

    def terms(self) -> TermsDialog:
        agreement = self.practice.agreements.current(NAMES[CURRENT])
        assert agreement is not None

        async def put(_: object) -> Any:
            raise AssertionError("nothing is kept")

        return TermsDialog("", agreement.terms, self.practice.cadences, self.six.today, put)

    def working_note(self) -> WorkingNoteDialog:
        name = NAMES[OWNER]
        return WorkingNoteDialog(
            NoteForm("", "", "", ""), lambda it, text, meeting: it.working_notes.add(name, text, meeting)
        )

    def listed(self, form: Callable[..., Form], *more: object) -> Form:
        return form(self.practice.actions.action(self.six.ids["listed action"]), *more)


OPENED: Mapping[type[Form], tuple[str, Callable[[Desk], Form]]] = {
    SayDialog: (OWNER, Desk.say),
    CarryDialog: (OWNER, lambda at: at.listed(CarryDialog, at.six.today, None)),
    EvidenceDialog: (OWNER, lambda at: at.listed(EvidenceDialog, at.six.today)),
    EditActionDialog: (OWNER, lambda at: at.listed(EditActionDialog, at.six.today)),
    HandActionOverDialog: (LEAD, lambda at: at.listed(HandActionOverDialog, [NAMES[LEAD]])),
    RecheckDialog: (OWNER, Desk.recheck),
    AgreeDialog: (OWNER, lambda at: at.listed(AgreeDialog, at.six.today)),
    ShowToDialog: (OWNER, lambda at: at.listed(ShowToDialog)),
    WriteActionDialog: (OWNER, lambda at: WriteActionDialog((), at.six.today)),
    AgreeInOneToOneDialog: (CURRENT, lambda at: AgreeInOneToOneDialog(at.record, at.six.today)),
    TopicDialog: (OWNER, lambda at: TopicDialog(at.six.ids["agenda"], NAMES[CURRENT])),
    AddendumDialog: (CURRENT, lambda at: AddendumDialog(at.six.ids["locked record"])),
    CancelDialog: (CURRENT, lambda at: CancelDialog(at.record, at.six.today)),
    CloseMistakenDialog: (CURRENT, lambda at: CloseMistakenDialog(at.record.id)),
    BeginDialog: (CURRENT, lambda at: BeginDialog(NAMES[OWNER], None, at.six.today)),
    PlanDayDialog: (CURRENT, lambda at: PlanDayDialog(NAMES[OWNER], None, None, at.six.today)),
    WhenAndWhereDialog: (CURRENT, lambda at: WhenAndWhereDialog(at.record, None, at.six.today)),
    CommentDialog: (CURRENT, lambda at: CommentDialog(at.six.ids["share"], NAMES[OWNER])),
    TermsDialog: (OWNER, Desk.terms),
    WorkingNoteDialog: (CURRENT, Desk.working_note),
    AsAtDialog: (LEAD, lambda at: AsAtDialog(None, at.six.today)),
    PeriodDialog: (LEAD, lambda at: PeriodDialog(Period(at.six.today, at.six.today), at.six.today)),
    SinceWhenDialog: (OWNER, lambda at: SinceWhenDialog(at.six.today, at.six.today)),
    TeamDialog: (ADMINISTRATOR, lambda at: TeamDialog(at.practice.people.everyone())),
    LinkDialog: (ADMINISTRATOR, lambda at: LinkDialog(at.practice.people.everyone(), at.six.today)),
    InviteDialog: (ADMINISTRATOR, lambda at: InviteDialog()),
}
"""Who opens each of them, and with what."""
DAYS_AND_NAMES = {
    AgreeDialog, ShowToDialog, BeginDialog, PlanDayDialog, WhenAndWhereDialog, AsAtDialog, PeriodDialog,
    SinceWhenDialog, TeamDialog, LinkDialog, InviteDialog,
}  # fmt: skip
"""Those in which nothing but days, names and places is typed, which is quickly typed again."""


def every_form(of: type[Form] = FormDialog) -> Iterator[type[Form]]:
    """Every dialog in which somebody writes."""
    for module in pkgutil.iter_modules(dialogs.__path__):
        importlib.import_module(f"{dialogs.__name__}.{module.name}")
    for form in of.__subclasses__():
        yield form
        yield from every_form(form)


@pytest.fixture(scope="module")
def six(tmp_path_factory: pytest.TempPathFactory) -> SixPeople:
    return SixPeople(tmp_path_factory.mktemp("six") / "workspace")


def told(six: SixPeople, role: str) -> str:
    """All that somebody can be told."""
    with closing(six.sign_in(role)) as practice:
        said = seen_by(practice, six.every_id, NAMES.values(), [])
        assert not [one for one in said if one.startswith(FAULT)]
        return "\n".join(said)


def test_every_dialog_in_which_somebody_writes_is_looked_at() -> None:
    assert {form for form in every_form() if form.__module__.startswith("reflect.")} == set(OPENED)


@pytest.mark.parametrize("author", [OWNER, CURRENT, LEAD, ADMINISTRATOR])
async def test_what_was_not_kept_is_told_to_nobody_but_who_typed_it(
    six: SixPeople, tmp_path: Path, author: str
) -> None:
    here = six.copied_to(tmp_path / "workspace")
    app = ReflectApp(
        here.workspace, as_name=NAMES[author], passphrase=PASSPHRASE, documents=WrittenByReports()
    )
    typed: dict[type[Form], str] = {}
    with closing(here.sign_in(author)) as practice:
        try:
            async with app.run_test(size=(100, 60)) as pilot:
                await settle(pilot)
                for number, (form, (role, opened)) in enumerate(OPENED.items()):
                    if role != author:
                        continue
                    typed[form] = f"{HALF_A_THOUGHT}{number}x"
                    dialog = opened(Desk(here, practice))
                    app.push_screen(dialog)
                    await settle(pilot)
                    for area in dialog.query(TextArea):
                        area.text = f"{typed[form]} {area.id}"
                    for line in dialog.query(Input):
                        line.value = typed[form]
                    await dialog.save_unsaved()
                    dialog.dismiss(None)
                    await settle(pilot)
        finally:
            app.desk.close()
    for role in NAMES:
        if role != author:
            assert HALF_A_THOUGHT not in told(here, role), role
    own = told(here, author)
    for form, words in typed.items():
        assert (words in own) is (form not in DAYS_AND_NAMES), form
