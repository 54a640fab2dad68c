"""A workspace with somebody in every role, and of everything one that holds a word of its own."""

from __future__ import annotations

import shutil
from copy import copy
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from clocks import StoppedClock
from reflect.domain.actions.action import Evidence, EvidenceKind
from reflect.domain.people import CircleKind
from reflect.domain.supervision.agreement import Agreement, Terms
from reflect.domain.supervision.entry import Section
from reflect.domain.supervision.one_to_one import Kind
from reflect.services.practice import Practice
from reflect.storage.driver import connect
from reflect.storage.store import FILE_NAME
from reflect.vault import door
from reflect.vault.door import Entered
from reflect.workspace import Workspace
from rights import ADMINISTRATOR, CURRENT, FORMER, LEAD, OTHER, OWNER

PASSPHRASE = "brindlewhistle farrowmint"
NAMES = {
    ADMINISTRATOR: "Ada Admin", OWNER: "Ann Practitioner", CURRENT: "Sam Supervisor", FORMER: "Fay Former",
    OTHER: "Cleo Colleague", LEAD: "Lee Lead",
}  # fmt: skip
WORDS = {
    "answer": "quillomarsh", "draft": "tanderwick", "prepared": "yarrowmelt", "share": "ospreyvane",
    "record": "gannetloft", "agenda": "skerryplume", "agreement": "dunlinforge", "working note": "brambleholt",
    "own action": "curlewside", "pair action": "plovergate", "listed action": "whinchatter",
    "share with the former": "fennelgrove", "record signed with the former": "larkspurrow",
    "record not signed with the former": "mossbanquet", "agreement signed with the former": "thistledown",
    "working note of the former": "wagtailbury", "action agreed with the former": "siskinmoor",
    "action listed with the former": "goldcrestal", "locked record": "pintailby", "done action": "knotsandal",
    "confirmed action": "dotterelmay", "note after the end": "redpollham",
}  # fmt: skip
BANK, QUESTION = "child-s", "what-probably-means"


class SixPeople:
    """Sam supervises Ann, as Fay once did; Ann is in Lee's team; Cleo works beside them; Ada administers. `ids` are
    those of the things by their names, `entries` of what was first written in records, `more` of answers behind shares
    and of an agreement before the last."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.clock = StoppedClock(datetime(2025, 9, 28, 9, 0, tzinfo=UTC))
        self.ids: dict[str, str] = {}
        self.entries: dict[str, str] = {}
        self.more: set[str] = set()
        ada, _ = self.workspace.create(
            name=NAMES[ADMINISTRATOR], profession="Nurse", passphrase=PASSPHRASE, demo=True
        )
        for role, name in NAMES.items():
            if role != ADMINISTRATOR:
                self.workspace.join(code=ada.people.invite(name, "Nurse"), passphrase=PASSPHRASE)[0].close()
        self._long_before()
        self.clock.go_on(days=99)
        ada.teams.add("North", NAMES[LEAD], [NAMES[OWNER], NAMES[OTHER]])
        self.old_link = ada.links.add(NAMES[FORMER], NAMES[OWNER]).id
        self._years_with_the_former()
        ada.links.end(self.old_link)
        self.clock.go_on(days=1)
        self.link = ada.links.add(NAMES[CURRENT], NAMES[OWNER]).id
        ada.links.add(NAMES[OTHER], NAMES[ADMINISTRATOR])
        ada.close()
        self._after_the_end()
        self._alone()
        self._with_the_current()
        self._everybody_is_told()

    @property
    def every_id(self) -> list[str]:
        """The ids of everything, and of both links."""
        return [*dict.fromkeys(self.ids.values()), *sorted(self.more), self.link, self.old_link]

    def rows(self) -> dict[str, list[tuple[object, ...]]]:
        """Everything that stands in the open file, by table."""
        connection = connect(self.folder / FILE_NAME, self.enter(ADMINISTRATOR).workspace_key)
        try:
            tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
            return {name: connection.execute(f'SELECT * FROM "{name}"').fetchall() for (name,) in tables}
        finally:
            connection.close()

    def copied_to(self, folder: Path) -> SixPeople:
        """The same in another folder, at the same moment."""
        shutil.copytree(self.folder, folder)
        other = copy(self)
        other.folder, other.clock = folder, StoppedClock(self.clock.now())
        return other

    @property
    def workspace(self) -> Workspace:
        return Workspace(self.folder, self.clock)

    @property
    def today(self) -> date:
        return self.clock.today()

    def sign_in(self, role: str) -> Practice:
        """Everything that somebody in this role can do. To be closed."""
        return self.workspace.sign_in(NAMES[role], PASSPHRASE)

    def enter(self, role: str) -> Entered:
        """The keys in the hand of somebody in this role."""
        return door.enter(self.folder, name=NAMES[role], passphrase=PASSPHRASE, clock=self.clock)

    def _long_before(self) -> None:
        ann = self.sign_in(OWNER)
        shown = Evidence(EvidenceKind.AUDIT, "three files", self.today)
        action = ann.acting.propose(
            what=f"the {WORDS['confirmed action']} of it", due=self.today + timedelta(days=9), agree=True
        )
        ann.acting.done(action.id, evidence=shown)
        self.ids["confirmed action"] = ann.acting.confirm(action.id).id
        ann.close()

    def _years_with_the_former(self) -> None:
        ann, fay = self.sign_in(OWNER), self.sign_in(FORMER)
        word = {thing: f"the {WORDS[thing]} of it" for thing in WORDS}
        agreement = self._agree(ann, fay, word["agreement signed with the former"])
        self.ids["agreement signed with the former"] = agreement.id
        self.ids["share with the former"] = self._shared(ann, FORMER, word["share with the former"])
        signed = self._held(fay, "record signed with the former")
        for practice in (fay, ann):
            practice.one_to_ones.sign(signed)
        self._held(fay, "record not signed with the former")
        note = fay.working_notes.add(NAMES[OWNER], word["working note of the former"])
        self.ids["working note of the former"] = note.id
        for thing in ("action agreed with the former", "action listed with the former"):
            self.ids[thing] = self._agreed(fay, self.ids["record not signed with the former"], word[thing])
        ann.acting.show_to(self.ids["action listed with the former"], CircleKind.TEAM)
        self.clock.go_on(days=1)
        for practice in (ann, fay):
            practice.close()

    def _after_the_end(self) -> None:
        ann = self.sign_in(OWNER)
        ann.acting.note(self.ids["action agreed with the former"], f"the {WORDS['note after the end']} of it")
        self.ids["note after the end"] = self.ids["action agreed with the former"]
        ann.close()

    def _alone(self) -> None:
        ann = self.sign_in(OWNER)
        for thing in ("answer", "prepared"):
            self.ids[thing] = ann.reflecting.add_answer(
                BANK, QUESTION, text=f"the {WORDS[thing]} of it", scale=None
            ).id
        ann.sharing.prepare({self.ids["prepared"]: None})
        sitting = ann.reflecting.begin("baby-e").reflection
        draft = ann.reflecting.save_answer(
            sitting.id, sitting.questions[0], text=f"the {WORDS['draft']} of it", scale=None, revision=0
        )
        self.ids["draft"] = draft.id
        action = ann.acting.propose(
            what=f"the {WORDS['own action']} of it", due=self.today + timedelta(days=60), agree=True
        )
        self.ids["own action"] = ann.acting.note(action.id, "a first look").id
        ann.close()

    def _with_the_current(self) -> None:
        ann, sam = self.sign_in(OWNER), self.sign_in(CURRENT)
        self.ids["share"] = self._shared(ann, CURRENT, f"the {WORDS['share']} of it")
        self.more.add(self._agree(ann, sam).id)
        locked = self._held(sam, "locked record")
        for previous in sam.one_to_ones.one(locked).unanswered:
            ann.acting.note(previous.id, "looked at")
        for practice in (sam, ann):
            practice.one_to_ones.sign(locked)
        ann.acting.show_to(self.ids["confirmed action"], CircleKind.PAIR, to=NAMES[CURRENT])
        meeting = self._held(sam, "record")
        for previous in sam.one_to_ones.one(meeting).unanswered:
            ann.acting.note(previous.id, "looked at")
        for thing in ("pair action", "listed action", "done action"):
            self.ids[thing] = self._agreed(sam, meeting, f"the {WORDS[thing]} of it")
        sam.acting.note(self.ids["pair action"], "we begin in May")
        ann.acting.show_to(self.ids["listed action"], CircleKind.TEAM)
        ann.acting.done(
            self.ids["done action"], evidence=Evidence(EvidenceKind.AUDIT, "two files", self.today)
        )
        self.ids["working note"] = sam.working_notes.add(
            NAMES[OWNER], f"the {WORDS['working note']} of it"
        ).id
        planned = sam.one_to_ones.plan(NAMES[OWNER], date(2026, 3, 17))
        topic = ann.one_to_ones.add(planned.id, Section.AGENDA, f"the {WORDS['agenda']} of it")
        self.entries["agenda"] = topic.id
        self.ids["agenda"] = planned.id
        self.clock.go_on(days=1)
        drawn_up = sam.agreements.draw_up(NAMES[OWNER], self._terms())
        ann.agreements.write(drawn_up.id, Section.WANTS, before="", after=f"the {WORDS['agreement']} of it")
        self.ids["agreement"] = drawn_up.id
        for practice in (ann, sam):
            practice.close()

    def _everybody_is_told(self) -> None:
        for role in NAMES:
            practice = self.sign_in(role)
            practice.telling.told([notice.id for notice in practice.telling.waiting()])
            practice.close()

    def _terms(self) -> Terms:
        return Terms(
            "social-worker", self.today, self.today + timedelta(days=365), 28, 90, working_notes=True
        )

    def _agree(self, ann: Practice, supervisor: Practice, words: str = "time to think") -> Agreement:
        """An agreement of Ann's with a supervisor that both have signed."""
        agreement = supervisor.agreements.draw_up(ann.person.name, self._terms())
        ann.agreements.write(agreement.id, Section.WANTS, before="", after=words)
        for practice in (supervisor, ann):
            agreement = practice.agreements.sign(agreement.id)
        return agreement

    def _agreed(self, supervisor: Practice, meeting: str, words: str) -> str:
        """The id of an action that was agreed in a one-to-one."""
        due = self.today + timedelta(days=90)
        return supervisor.one_to_ones.agree_action(meeting, what=words, due=due).id

    def _shared(self, ann: Practice, to: str, words: str) -> str:
        """The id of a share of Ann's."""
        answer = ann.reflecting.add_answer(BANK, QUESTION, text=words, scale=None)
        self.more.add(answer.id)
        (share,) = ann.sharing.share(ann.sharing.preview(answer.id, to=NAMES[to]))
        return share.id

    def _held(self, supervisor: Practice, thing: str) -> str:
        """The id of a one-to-one with Ann that is held, with the word of this thing in its record."""
        self.clock.go_on(minutes=5)
        meeting = supervisor.one_to_ones.plan(NAMES[OWNER], self.today, Kind.AD_HOC)
        supervisor.one_to_ones.begin(meeting.id)
        entry = supervisor.one_to_ones.add(meeting.id, Section.REFLECTION, f"the {WORDS[thing]} of it")
        self.ids[thing], self.entries[thing] = meeting.id, entry.id
        return meeting.id
