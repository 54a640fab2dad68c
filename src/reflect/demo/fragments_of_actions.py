"""What people mean to change, how they will know, what showed it and what got in the way: made up, by theme."""

from __future__ import annotations

WHAT_BY_THEME: dict[str, tuple[tuple[str, str], ...]] = {
    "child-daily-life": (
        (
            "Write one ordinary day of the child into each assessment",
            "A colleague can retell the day from it.",
        ),
        ("See each child once outside an appointment", "The visit stands in the record with what I saw."),
    ),
    "fathers-and-partners": (
        (
            "Offer fathers a first appointment before nine or after five",
            "I can name the father in every file.",
        ),
        (
            "Ask in each first visit who else lives here or stays over",
            "The answer is in the record, with names asked for.",
        ),
    ),
    "whole-family-siblings": (
        (
            "Draw the household with the family at the second visit",
            "The drawing is in the file and has been corrected once.",
        ),
        ("Give each brother and sister a paragraph of their own", "No sibling is only an age in my records."),
    ),
    "professional-curiosity": (
        (
            "Ask the second question when an explanation is good",
            "Two examples brought to my next one-to-one.",
        ),
        ("Note what I do not know at the end of each visit", "The list gets shorter or gets asked."),
    ),
    "critical-thinking-bias": (
        ("Write one sentence on what would change my mind", "It stands in each of my next five assessments."),
        (
            "Ask a colleague to argue the other side once a month",
            "Three conversations noted with what they changed.",
        ),
    ),
    "history-and-cumulative-harm": (
        (
            "Put a one-page chronology at the front of my longest files",
            "Somebody covering for me finds the pattern in a minute.",
        ),
        ("Ask who says that it is over when I write historical", "The word stands nowhere without a source."),
    ),
    "assessment-and-capacity-to-change": (
        (
            "Say in each plan what would have to be different, and by when",
            "The family can say it in their own words.",
        ),
        (
            "Look for what has lasted six weeks before I write engaging",
            "Each claim of change has something seen beside it.",
        ),
    ),
    "changing-risk-review": (
        (
            "Put a day in the diary to ask what has changed",
            "The question was asked on the day in four of five files.",
        ),
        ("Review the plan within ten days of a birth or a move", "The date of the review is in the record."),
    ),
    "information-sharing-consent": (
        ("Write down on what ground I share or do not", "The ground stands beside each decision."),
        (
            "Ask the health visitor before and not after the meeting",
            "Their view is in the report that goes round.",
        ),
    ),
    "recording-quality": (
        (
            "Write the record within two days, with my thinking in it",
            "Ten records in a row, looked at with my supervisor.",
        ),
        ("Say who said it, each time", "No sentence begins with it is reported that."),
    ),
    "escalation-challenge": (
        (
            "Put the escalation steps where I can see them and use the first one",
            "I have used it once and can say how it went.",
        ),
        ("Say the disagreement in the meeting and ask for it to be minuted", "It stands in the minutes."),
    ),
    "thresholds-referrals": (
        (
            "Follow each referral up after five working days",
            "No referral of mine is older than that without a word.",
        ),
        ("Write what I fear will happen if nothing does", "The referrals that I send begin with it."),
    ),
    "engagement-avoidance": (
        (
            "Count missed appointments as information",
            "A third one leads to a conversation with my supervisor.",
        ),
        ("Ask what makes it hard to let us in", "The answer is in the family's words."),
    ),
    "identity-culture-language": (
        ("Book an interpreter who is not of the family", "Each first visit has one where it is needed."),
        (
            "Ask what we should know to get it right with this family",
            "The answer has changed something in the plan.",
        ),
    ),
    "multi-agency-working": (
        ("Ring the school before each review", "What they say is in the review, with a name."),
        ("Say at the end of each meeting who does what by when", "The minutes say it too."),
    ),
    "supervision-oversight": (
        ("Bring the one that I do not want to bring", "Once in each one-to-one."),
        (
            "Go through previous actions first, every time",
            "None is older than two months without a decision.",
        ),
    ),
    "emotional-impact": (
        ("Take ten minutes after a hard visit before the next", "The diary shows it."),
        ("Say how I am before I say how the work is", "It is noted in each one-to-one."),
    ),
    "procedures-knowledge": (
        (
            "Read the procedure on injuries in babies and tell the team in five minutes",
            "The team could say the first step.",
        ),
        ("Keep the three procedures that I need within reach", "I found one in under a minute when asked."),
    ),
    "leadership-culture": (
        ("Ask in the team meeting what nobody has said yet", "Something new was said in two of three."),
        ("Thank somebody for a challenge, in front of others", "It has happened, and they know why."),
    ),
    "good-practice": (
        ("Keep starting each visit with the child", "My observed visit shows it."),
        ("Show the team how we share one chronology with the midwife", "Two colleagues do it too."),
    ),
}

PROGRESS = (
    "Done with the first family. It was easier than I had thought.",
    "I forgot twice and remembered three times.",
    "A colleague came along and told me what I did not see.",
    "It takes ten minutes. I had feared an hour.",
    "Two files looked at together; one of them needs more.",
)

EVIDENCE = (
    ("audit", "Six of my last eight records show it."),
    ("observation", "My supervisor came along and saw it."),
    ("feedback", "A mother said that nobody had asked that before."),
    ("record", "It stands in the minutes of the last two meetings."),
    ("figures", "Four of five were within the days."),
)

IMPACT = (
    "A grandfather is part of the plan whom nobody had spoken to.",
    "The child's own words were in the report, and the meeting turned on them.",
    "We found out three weeks earlier than we would have.",
    "Colleagues ask me how I do it.",
)

WHY_CARRIED = (
    "I was on leave for two of the three weeks.",
    "The first try showed that it needs the other service too.",
    "Duty took the days that I had kept for it.",
)

WHY_NOT = (
    "The family moved before it could happen. I would start earlier.",
    "It was too much at once. The smaller version would have worked.",
)

WHY_BLOCKED = (
    "The other service has no date for us before the summer.",
    "The form for it was withdrawn and there is no new one yet.",
    "Nobody holds the post that would have to agree.",
)

WHY_ESCALATED = (
    "Two letters and a call, and no answer.",
    "It waits for a decision that is not ours to take.",
    "It has been carried forward twice for the same reason.",
)

WHY_WITHDRAWN = (
    "It has become part of something larger that the team does together.",
    "The person who meant to do it has moved to another service.",
    "The new form asks for it anyway.",
)

GOOD_PRACTICE = (
    "The ten quiet minutes before each meeting, in which everybody writes down what worries them",
    "Ringing the school on Mondays, for every child, whatever happened",
    "Reading the child's own words aloud before the plan is talked about",
)

NOTES_OF_A_LEAD = (
    "I have asked the other service for a name and a day.",
    "Please bring this to the next meeting of the team.",
    "Good to see. Who else could use it?",
)
