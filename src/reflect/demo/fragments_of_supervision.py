"""What two people say in one-to-ones: made up, and without a word about a case."""

from __future__ import annotations

from datetime import date, timedelta

from reflect.domain.supervision.agreement import Terms

_REVIEWED_AFTER = timedelta(days=365)

TOPICS_OF_PRACTITIONER = (
    "A question from a briefing that I cannot answer well",
    "A meeting in which I did not say what I thought",
    "Too many visits in the same week",
    "What I learnt at the training",
    "Something that went well, and why",
    "I want to be observed once",
)

TOPICS_OF_SUPERVISOR = (
    "What the last review asks of our team",
    "Leave and cover in the coming weeks",
    "Records: what reads well in yours",
    "Escalating: have we used the steps?",
    "How you are",
)

WELLBEING = (
    ("Tired, not worn out. Two late evenings to be given back this month.", "The two evenings would help."),
    (
        "Says that the week after duty is the hardest. We moved one visit.",
        "I am sleeping better since we moved it.",
    ),
    ("Full, and manageable. No change asked for.", "Agreed."),
    (
        "A hard visit stayed with her longer than she had thought. Told about the support line.",
        "I rang them. It was good.",
    ),
)

REFLECTION = (
    (
        "We stayed with the first feeling, and then asked what else could be true.",
        "I had not noticed that I was the only one in the room who was hopeful.",
    ),
    (
        "What would a colleague from health have asked? Three questions came at once.",
        "I could have asked them. I will ring before the next visit.",
    ),
    (
        "We read the shared lines twice and talked about what is not in them.",
        "What is not in them is the father. I had not seen it until it was read aloud.",
    ),
    (
        "A good conversation about being liked and being useful.",
        "I left with one sentence that I want to keep.",
    ),
)

LEARNING = (
    "Observed visit in spring, by a colleague of his own choosing.",
    "Half a day with the midwives.",
    "Read the seven-minute briefing together in the team meeting.",
    "To show the new colleague how a chronology is kept.",
)

GOOD_PRACTICE = (
    "The child's words were at the front of the report. It changed the meeting.",
    "Rang the school before being asked to.",
    "Said no to an early closure, kindly, and was right.",
)

CANCELLED = ("Ill on the day.", "A court hearing was moved to this morning.", "On duty for a colleague.")

WANTS_OF_SUPERVISEE = (
    "Time to think out loud before we come to a decision, and to be told when I am too hopeful."
)
OFFERS_OF_SUPERVISEE = "I bring one thing each time that I would rather not bring."
WANTS_OF_SUPERVISOR = "Previous actions with a word on each before we meet."
OFFERS_OF_SUPERVISOR = "An hour without a telephone, and an honest answer."

INTERRUPTIONS = "Only for a child at risk on that day."
CANCELLATION = "With a reason and a new date within five working days."
KEPT_WHERE = "In reflect, on the team's own computer."
READERS = "The two of us. Our lead sees that a one-to-one took place, not what was said."
DISAGREEMENT = "Both views stand in the record; if it stays, we ask the lead together."

DISAGREES = (
    "I would have waited a week before I asked for the meeting. I was not the only one who thought so."
)
SEES_IT_SO = "I think that a week was too long. We do not have to agree on that today."
DONE_ABOUT_IT = (
    "Both views stand here. We ask our lead together how others decide it, and come back to it in May."
)
FORGOTTEN = "We also spoke of my training days. They are agreed for the autumn."
CAME_UP = "A telephone call that went badly, while it is fresh"
ASKED_BACK = "What do you need today?"
NO_NEWS = "Nothing new since last time; it stands as it did."
HEARD = "Twenty minutes on one sentence. It was enough to find where it turned."
WAS_HEARD = "I could say it without looking better than I was."
WORKING_NOTE = "Ask how the next call went, without making it an examination."


def terms(stage: str, start: date, *, every_days: int, minutes: int, working_notes: bool) -> Terms:
    """What two people agree on from a day on, for a year."""
    return Terms(
        stage=stage,
        start=start,
        review=start + _REVIEWED_AFTER,
        every_days=every_days,
        minutes=minutes,
        interruptions=INTERRUPTIONS,
        cancellation=CANCELLATION,
        kept_where=KEPT_WHERE,
        readers=READERS,
        working_notes=working_notes,
        disagreement=DISAGREEMENT,
    )
