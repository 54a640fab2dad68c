"""Actions for the tests of their pages: one in every group, and what they stand on."""

from __future__ import annotations

from datetime import date, timedelta

from textual.pilot import Pilot

from reflect.domain.actions.action import CarryChoice, Evidence, EvidenceKind, Level
from reflect.services.practice import Practice
from reflect.tui import places
from reflect.tui.screens.action import ActionPage
from reflect.tui.screens.actions import ActionsPage
from reflect.tui.widgets.action_list import ActionList
from stage import PASSPHRASE, Stage
from waiting import press, settle, unframed, wait_for, words_of

QUESTION = "child-m/ask-about-a-day"
ASK, RING, READ = "Ask each child about an ordinary day", "Ring the father before the visit", "Read the plan"
FIND, BRING, NURSE = "Find out who the father is", "Bring a leaflet", "Our nurse keeps asking"
VISIT, DROPPED = "Write down missed visits", "Rewrite the form"


def in_days(stage: Stage, days: int) -> date:
    """A day so many days from today."""
    return stage.workspace.clock.today() + timedelta(days=days)


def practice_of(stage: Stage) -> Practice:
    """The person's practice; the workspace is set up if it is not yet."""
    if not stage.workspace.exists():
        return stage.workspace.set_up()
    return stage.workspace.sign_in(None, PASSPHRASE)


def feedback(stage: Stage) -> Evidence:
    """Something that shows it, of today."""
    return Evidence(EvidenceKind.FEEDBACK, "A child told me about her morning.", in_days(stage, 0))


async def without_notes(pilot: Pilot[None]) -> str:
    """What the screen says as one line, with nothing at the edge of the page in front of it."""
    pilot.app.clear_notifications()
    await settle(pilot)
    return unframed(pilot)


async def at_actions(pilot: Pilot[None]) -> None:
    """The page of one's own actions, with its rows."""
    await press(pilot, "a")
    assert isinstance(pilot.app.screen, ActionsPage)
    page = pilot.app.screen
    rows = page.query_one(ActionList)
    await wait_for(pilot, lambda: page._listing is not None and not rows.missing(rows.in_sight), "the rows")


async def at_action(pilot: Pilot[None], action: str) -> None:
    """The page of the action with this id."""
    pilot.app.push_screen(places.action(action))
    await wait_for(pilot, lambda: isinstance(pilot.app.screen, ActionPage), "the action")


def in_order(pilot: Pilot[None], *parts: str) -> bool:
    """Whether these stand on the screen, each below or after the one before."""
    said = words_of(pilot)
    places = [said.find(part) for part in parts]
    return -1 not in places and places == sorted(places)


def act_in_every_group(stage: Stage) -> None:
    """Forty days of work that leave an action in each group; the clock goes on meanwhile."""
    practice = practice_of(stage)
    acting, clock = practice.acting, stage.workspace.clock
    late = acting.propose(what=RING, due=in_days(stage, 30), origin="child-m/father-left-out", agree=True).id
    visit = acting.propose(what=VISIT, due=in_days(stage, 20), origin="child-m/missed-visits", agree=True).id
    acting.done(visit, evidence=feedback(stage), impact="Two families were rung sooner.")
    dropped = acting.propose(what=DROPPED, due=in_days(stage, 20), agree=True).id
    acting.not_achieved(dropped, "The form belongs to another team.")
    clock.go_on(days=40)
    acting.start(late)
    acting.propose(
        what=ASK, due=in_days(stage, 9), origin=QUESTION, know="I can say what they said", agree=True
    )
    stuck = acting.propose(what=READ, due=in_days(stage, 20), level=Level.TEAM, agree=True).id
    acting.carry(stuck, why="The plan was rewritten.", due=in_days(stage, 40), choice=CarryChoice.NEW_DATE)
    acting.block(stuck, "The plan is not in our system.")
    acting.propose(what=FIND, due=in_days(stage, 60), origin="child-m/speak-to-fathers", agree=True)
    acting.propose(what=BRING, due=in_days(stage, 30))
    acting.propose(what=NURSE, origin="child-m/nurse-kept-asking", keep=True, agree=True)
    practice.close()
