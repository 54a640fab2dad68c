"""Two people in supervision, one who administers and one who is somebody else, each signed in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from reflect.domain.supervision.agreement import Agreement, Terms
from reflect.domain.supervision.one_to_one import OneToOne
from reflect.services.practice import Practice

SignIn = Callable[..., Practice]
ADMIN, SAM, BO, ALEX = "Robin Example", "Sam Supervisor", "Bo Practitioner", "Alex Another"
DAY, LATER = date(2026, 3, 9), date(2026, 3, 23)
TERMS = Terms(
    stage="employer-england",
    start=date(2026, 3, 2),
    review=date(2027, 3, 2),
    every_days=28,
    minutes=90,
    interruptions="Only a child at risk now.",
    kept_where="In reflect.",
    readers="The two of us.",
)


class TwoPeople:
    """Sam supervises Bo; Robin administers; Alex is somebody else."""

    def __init__(self, signed_in: SignIn) -> None:
        self.admin, self.sam, self.bo, self.alex = (signed_in(name) for name in (ADMIN, SAM, BO, ALEX))
        self.link = self.admin.links.add(SAM, BO)

    def planned(self) -> str:
        """The id of one that is planned."""
        return self.bo.one_to_ones.plan(SAM, DAY).id

    def begun(self) -> str:
        """The id of one that has begun."""
        meeting = self.planned()
        self.sam.one_to_ones.begin(meeting, "Room 2")
        return meeting

    def signed(self) -> OneToOne:
        """One that both have signed."""
        meeting = self.begun()
        self.sam.one_to_ones.sign(meeting)
        return self.bo.one_to_ones.sign(meeting)

    def agreed(self, **terms: object) -> Agreement:
        """An agreement that both have signed."""
        self.bo.links.pair_key(self.link.id)
        drawn_up = self.sam.agreements.draw_up(BO, replace(TERMS, **terms))
        self.bo.agreements.sign(drawn_up.id)
        return self.sam.agreements.sign(drawn_up.id)

    def shared(self, text: str = "I rang too late.") -> str:
        """The id of something that Bo shared with Sam."""
        answer = self.bo.reflecting.add_answer("child-s", "what-probably-means", text=text, scale=None)
        return self.bo.sharing.share(self.bo.sharing.preview(answer.id))[0].id
