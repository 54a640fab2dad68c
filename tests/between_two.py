"""Two people with a link between them, for the tests of pages about one-to-ones: Sam supervises Robin."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta

from reflect.domain.supervision.agreement import Agreement, Terms
from reflect.domain.supervision.entry import Section
from reflect.domain.supervision.one_to_one import OneToOne
from reflect.services.practice import Practice
from stage import NAME, PASSPHRASE, Stage

SUPERVISOR = "Sam [b]Supervisor[/b]"
ADMIN = "Ada Lead"
EVERY = 28


class Two:
    """Robin Example (`NAME`) and their supervisor Sam, each of whom has been told of the link."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        admin = stage.workspace.set_up(ADMIN)
        for name in (NAME, SUPERVISOR):
            stage.workspace.join(code=admin.people.invite(name), passphrase=PASSPHRASE)[0].close()
        self.link = admin.links.add(SUPERVISOR, NAME).id
        admin.telling.told([notice.id for notice in admin.telling.waiting()])
        admin.close()
        for name in (NAME, SUPERVISOR):
            with self.signed_in(name) as practice:
                practice.telling.told([notice.id for notice in practice.telling.waiting()])

    @contextmanager
    def signed_in(self, name: str) -> Iterator[Practice]:
        """Somebody's practice."""
        practice = self.stage.workspace.sign_in(name, PASSPHRASE)
        try:
            yield practice
        finally:
            practice.close()

    @property
    def today(self) -> date:
        return self.stage.workspace.clock.today()

    def in_days(self, days: int) -> date:
        """A day so many days from today."""
        return self.today + timedelta(days=days)

    def go_on(self, **passed: float) -> None:
        """Time passes."""
        self.stage.workspace.clock.go_on(**passed)

    def terms(self, *, working_notes: bool = False) -> Terms:
        """Every four weeks, 60 minutes, from today, to be reviewed in a year."""
        return Terms(
            stage="our-own",
            start=self.today,
            review=self.in_days(365),
            every_days=EVERY,
            minutes=60,
            interruptions="A child in danger [/]",
            cancellation="Ring the day before.",
            kept_where="In reflect.",
            readers="The two of us.",
            working_notes=working_notes,
            disagreement="We write both down.",
        )

    def draw_up(self, terms: Terms | None = None, *, signed_by: tuple[str, ...] = ()) -> Agreement:
        """An agreement, and the signatures of these people."""
        with self.signed_in(SUPERVISOR) as sam:
            agreement = sam.agreements.draw_up(NAME, terms or self.terms())
        for name in signed_by:
            with self.signed_in(name) as practice:
                agreement = practice.agreements.sign(agreement.id)
        return agreement

    def agree(self, *, working_notes: bool = False) -> Agreement:
        """An agreement that both have signed."""
        return self.draw_up(self.terms(working_notes=working_notes), signed_by=(SUPERVISOR, NAME))

    def hold(self, *, signed_by: tuple[str, ...] = (), note: str = "We spoke of the visit.") -> OneToOne:
        """A one-to-one, held today for an hour, with a note of the supervisor."""
        with self.signed_in(SUPERVISOR) as sam:
            planned = sam.one_to_ones.prepare(NAME).meeting or sam.one_to_ones.plan(NAME, self.today)
            record = sam.one_to_ones.begin(planned.id, "Room 2")
            sam.one_to_ones.add(record.id, Section.REFLECTION, note)
            self.go_on(hours=1)
            record = sam.one_to_ones.end(record.id)
        for name in signed_by:
            with self.signed_in(name) as practice:
                record = practice.one_to_ones.sign(record.id)
        return record
