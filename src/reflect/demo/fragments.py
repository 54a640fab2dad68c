"""What people write when they reflect: pieces of answers, made up, by the theme that a question speaks of.

No piece tells of a case: each is about somebody's own habits, as a good reflection is.
"""

from __future__ import annotations

BY_THEME: dict[str, tuple[str, ...]] = {
    "child-daily-life": (
        "I can describe the house in detail. When I try to describe a school morning for the child, I run dry.",
        "I ask about routines, and then I write down what the adults say about them. I rarely sit on the floor "
        "and watch one.",
        "What helped was asking what a good day and a bad day look like. It gave me more than any checklist.",
        "I notice that I write 'happy and settled' when I have seen a child for twenty minutes in one room.",
    ),
    "fathers-and-partners": (
        "If the father is at work when I call, I let that be the end of it. I would not do that with a mother.",
        "I knew that there was a partner and did not know his name. It felt rude to ask. It is my job to ask.",
        "I now offer the first appointment early or late, and twice that was all it took for dad to come.",
        "I am more careful with men who seem angry, and careful has meant leaving them out.",
    ),
    "whole-family-siblings": (
        "I drew a family tree with everyone in the household. Two people on it were new to me after months.",
        "The brothers and sisters were in my notes as ages, not as children with a view of their own.",
        "Grandparents did most of the mornings, and I had never spoken with them.",
        "I think in referrals, one child each. The family does not live in referrals.",
    ),
    "professional-curiosity": (
        "I took the first explanation because it was reasonable. The second question would have cost a minute.",
        "I am good at being liked. Sometimes that is why I stop asking.",
        "When something did not fit I told myself that I would come back to it, and then the week went on.",
        "'Help me to understand' works for me. It lets me ask again without sounding as if I did not believe it.",
    ),
    "critical-thinking-bias": (
        "I had made up my mind by the second visit, and everything after that seemed to fit.",
        "I was hopeful because I wanted it to have worked. Nobody in the room said otherwise.",
        "I try to write one sentence on what would change my mind. It is surprisingly hard.",
        "A tidy home makes me relax. I should know what that is worth.",
    ),
    "history-and-cumulative-harm": (
        "I read the last two assessments and not the ones before. The pattern was in the ones before.",
        "Each event was below the line. Side by side on one page they were not.",
        "I started a one-page chronology for myself, and it took less time than I had feared.",
        "We say 'historical' as if it meant 'over'. I have begun to ask who says that it is over.",
    ),
    "assessment-and-capacity-to-change": (
        "I wrote that they were engaging. What I had seen was that they were in when I called.",
        "I had not said what would need to be different, so nobody could tell if it was.",
        "I ask what has lasted longer than six weeks. It changes the conversation.",
        "Compliance is easy to count, change is not. I counted.",
    ),
    "changing-risk-review": (
        "A new baby, a move, a new partner: each should make me look again, and mostly I carried on with the plan.",
        "The plan was three months old and so was my thinking.",
        "I put a date in the diary to ask myself what has changed. I keep it about half of the time.",
        "I noticed late, because it changed slowly, and I was there each week.",
    ),
    "information-sharing-consent": (
        "I waited for consent because it felt respectful, and did not ask myself if I needed to wait.",
        "I could not have said, there and then, on what ground I would share without it. I have looked it up since.",
        "I explain at the first visit what I would have to pass on. Nobody has been offended so far.",
        "I sent it, and never checked that somebody had read it.",
    ),
    "recording-quality": (
        "My notes say what happened and not what I made of it.",
        "I write in the evening from memory, and by then the child's own words are mine.",
        "A colleague had to cover for me and could not find the worry in eleven pages. That was a useful shock.",
        "I have started to write the analysis first. It keeps the rest short.",
    ),
    "escalation-challenge": (
        "I disagreed and said so in the car park instead of in the meeting.",
        "I asked twice and then took silence as an answer. A third time, in writing, would have been right.",
        "I know that there is an escalation procedure. I could not have found it in under ten minutes.",
        "When I did escalate, the answer was 'thank you'. I had lost two nights' sleep over it.",
    ),
    "thresholds-referrals": (
        "I wrote the referral for the person who would read it and not for the child. It came back.",
        "I did not ring to ask what had become of it. I assumed.",
        "Saying what I think will happen if nothing changes made the referral clearer to me, too.",
        "I use the word 'concerns' when I mean one particular thing that I am afraid of.",
    ),
    "engagement-avoidance": (
        "Three missed visits became one line in my notes. I did not ask what the child's week had been like.",
        "I felt relieved when nobody opened the door. I am not proud of it, and it is worth knowing.",
        "I had two ways of getting in touch, and used the same one four times.",
        "I called it hard to reach. It may be that I was.",
    ),
    "identity-culture-language": (
        "I let a relative interpret because it was quicker, and so I heard what the relative could say.",
        "I was afraid of saying something clumsy, so I did not ask about faith at all.",
        "I pronounced the name wrongly for a month. Nobody corrected me, and that told me something about my visits.",
        "I asked what their own family would call good care. We talked for an hour.",
    ),
    "multi-agency-working": (
        "I knew what everybody was doing and not what anybody was thinking.",
        "We each held one piece and were each reassured by the others.",
        "I rang the school instead of mailing. Five minutes, and three things that were in no report.",
        "Everyone agreed on the actions. I could not have said who would do the second one.",
    ),
    "supervision-oversight": (
        "I bring the cases that I have a plan for, and leave out the one that I do not want to think about.",
        "We ran out of time for the reflective part again. I could ask to begin with it.",
        "My supervisor asked what I was most worried about, and I had to stop and think. More of that, please.",
        "I left with six tasks and the same worry that I came with.",
    ),
    "emotional-impact": (
        "I was tired, and tired makes me accept things.",
        "I noticed that I dread one particular visit. I have said so out loud now, and that made it smaller.",
        "I went straight from a hard visit to the next one, and was not really there for it.",
        "I take ten minutes in the car before I drive. I used to think of it as wasted time.",
    ),
    "procedures-knowledge": (
        "I was sure that I knew the guidance. It had changed a year ago.",
        "I keep the one-page version on my wall now, since the long one never gets opened.",
        "I asked a colleague instead of looking it up, and we were both wrong in the same way.",
        "I know the steps for what happens every week. For what happens once in two years I would have to search.",
    ),
    "leadership-culture": (
        "When I said that it was too much, the answer was kind, and nothing moved. I have asked for a date this time.",
        "It is safe to say 'I do not know' in our team. I had to go elsewhere to see how rare that is.",
        "What gets counted gets done. Nobody counts whether we have thought.",
        "I am one of the people who set the tone, and on busy days I set it badly.",
    ),
    "good-practice": (
        "It went well because two of us had prepared it together. I would like to do that on purpose.",
        "I passed on the praise that I heard about a colleague. It should not have taken me three weeks.",
        "What I did right was to go back the same day. I had a reason, and I would do it again.",
        "We talk about what went wrong for an hour, and about what went well on the way out.",
    ),
}

ANYWHERE = (
    "I had to think about this for longer than I expected.",
    "Reading the finding again, I see myself in it more than is comfortable.",
    "I am better at this with families whom I have known for a while.",
    "It depends on the day, and I would like it to depend less on the day.",
    "I used to do this without thinking when I was new, and lost it somewhere.",
)

WHAT_HELPS = (
    "What helps is that I write it at the top of a blank page before I go.",
    "What helps is a colleague who asks me about it every single time.",
    "It helps that I got it wrong once and somebody was kind about it.",
    "I leave ten minutes between visits for it, and I defend them.",
    "I would still like somebody to look over my shoulder now and then.",
    "It takes less time than leaving it out and going back later.",
    "I have been asked to show it to two new colleagues, which made me look at how I do it.",
    "It is easy with a caseload like mine this year. I am not sure that it would last.",
)

SCALE_OPENINGS: dict[str, tuple[str, ...]] = {
    "always": (
        "Yes, and I know why: somebody showed me early on.",
        "I do. I looked at my last ten records to be sure.",
        "This one has become a habit.",
    ),
    "usually": (
        "Mostly. The last time I did not, I was covering for somebody and did not know the family.",
        "Usually, but not when I am late for the next visit.",
        "Nearly always at the start, less so after some months.",
    ),
    "sometimes": (
        "Half of the time, if I am honest.",
        "When I remember. The last time I did not was last week.",
        "With some families and not with others, and I cannot say what the difference is.",
    ),
    "rarely": (
        "Hardly ever. I had not thought of it as mine to do.",
        "No, and I have been telling myself that somebody else does.",
        "Rarely. I was never shown how, and never asked.",
    ),
    "not-in-my-role": ("I do not do this in my role, but I should know who does.",),
}

SERVICE = (
    "We have no shared way of doing this. Each of us has a private one.",
    "There is a form for it. I do not know anybody who has read what is on the forms afterwards.",
    "It works when two particular people are in, and not otherwise.",
    "We did this well for a few months after the training. Then people left.",
    "Duty weeks are where it falls down. There is nobody then whose job it is.",
    "We could look at three files together once a month. That would tell us more than the figures do.",
    "New colleagues ask about it in their first week. We could write down what we tell them.",
    "I think that we are good at this and that we could not prove it.",
)

ENDINGS = (
    "Next time I will ask first and write afterwards.",
    "I will bring this to my next one-to-one.",
    "I want to try it with one family before I decide that it takes too long.",
    "I am going to ask somebody who is better at it to let me watch.",
    "I do not have an answer yet.",
    "I have put a note where I will see it on Monday.",
    "One small thing: five minutes before each visit to think about what I do not know.",
    "I would like us to talk about this as a team, without a form.",
)

TAKE_AWAYS = (
    "Ask the second question.",
    "Name the worry in one sentence, then write the rest.",
    "Ring, do not mail, when it matters.",
    "Say it in the meeting and not in the car park.",
    "See the child on an ordinary day.",
    "Ask who else is in this child's life, every time.",
    "Find the escalation procedure before I need it.",
    "Look at the whole history once, properly, early.",
    "Being hopeful is not the same as having seen a change.",
    "Bring the one that I do not want to bring to supervision.",
    "Less about what I did, more about what I thought.",
    "Celebrate what went well, out loud.",
)
