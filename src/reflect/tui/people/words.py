"""People, teams and links in words: for a row, for what is marked, and before something ends."""

from __future__ import annotations

from reflect.domain.dates import day_of, said, said_short
from reflect.domain.links import Link, Team
from reflect.domain.people import Colleague, Person, Standing
from reflect.tui.people.around import Around

NOBODY_SUPERVISES = "Nobody supervises you here just now."
AN_ADMINISTRATOR_DOES = "An administrator makes links; you are told of each."
ONLY_THE_NAME = (
    "You see the name of {name}: more is for those who are linked with them, who lead their team, and who administer "
    "the workspace."
)
HAND_OVER = (
    "Hand it over yourself, to {name} alone: whoever has it can join in that name. It works once, within 14 days. "
    "At this computer they start reflect, press ctrl+n, type the code and choose a passphrase of their own."
)


def link_row(link: Link, around: Around) -> tuple[str, str]:
    """Who supervises whom, and since or until when."""
    is_over = link.is_over(around.today)
    if around.me == link.supervisor:
        who = f"You {'supervised' if is_over else 'supervise'} {around.name(link.supervisee)}"
    else:
        whom = "you" if around.me == link.supervisee else around.name(link.supervisee)
        who = f"{around.name(link.supervisor)} {'supervised' if is_over else 'supervises'} {whom}"
    if is_over:
        return who, f"ended {said_short(link.last_day)}" if link.last_day else "ended"
    if link.until is not None:
        return who, f"until {said_short(link.until)}"
    return who, f"since {said_short(link.since)}"


def link_about(link: Link, around: Around) -> str:
    """What a link means for whoever looks at it."""
    supervisor, supervisee = around.name(link.supervisor), around.name(link.supervisee)
    who, _ = link_row(link, around)
    if link.is_over(around.today):
        last = f" on {said(link.last_day)}" if link.last_day else ""
        reads = "You still read" if around.me == link.supervisee else f"{supervisee} still reads"
        sees = "you" if around.me == link.supervisor else supervisor
        return f"This ended{last}. {reads} what was shared; for {sees} it no longer opens."
    cover = f", as cover up to and including {said(link.until)}" if link.until else ""
    told = f"{who} since {said(link.since)}{cover}."
    if link.circle is None:
        program = "your" if around.me == link.supervisee else f"{supervisee}'s"
        told += f" Their key is not made yet: {program} program does that at the next sign-in."
    if around.me == link.supervisee:
        return f"{told} They read what you share with them, and nothing else of yours."
    if around.me == link.supervisor:
        return f"{told} You read what they share with you, and nothing else of theirs."
    return f"{told} What the two share is theirs: nobody else can read it."


def team_row(team: Team, around: Around) -> tuple[str, str]:
    """Its name and lead, and how many are in it."""
    lead = "you" if team.lead == around.me else around.name(team.lead)
    left = ", who has left" if around.has_left(team.lead) else ""
    how_many = len(team.members)
    return f"{team.name}, led by {lead}{left}", f"{how_many or 'no'} member{'' if how_many == 1 else 's'}"


def team_about(team: Team, around: Around) -> str:
    """Who is in it."""
    you = ["you"] if around.me in team.members else []
    others = sorted((around.name(one) for one in team.members if one != around.me), key=str.casefold)
    told = f"In {team.name}: {', '.join(you + others)}." if team.members else f"Nobody is in {team.name} yet."
    if around.has_left(team.lead):
        told = f"Who led {team.name} has left: it needs another lead. {told}"
    return told


def person_row(person: Colleague, around: Around) -> tuple[str, str]:
    """Their name; and their profession and whether they are here, where that may be known."""
    if not isinstance(person, Person):
        return person.name, ""
    you = " (you)" if person.id == around.me else ""
    profession = f", {person.profession}" if person.profession else ""
    standing = {Standing.INVITED: "invited", Standing.INACTIVE: "not here any more"}.get(person.standing, "")
    return f"{person.name}{you}{profession}", standing or ("administrator" if person.administrator else "")


def person_about(person: Colleague, around: Around) -> str:
    """Since when they are here, in which teams, and who supervises them, as far as it may be known."""
    if not isinstance(person, Person):
        return " ".join([ONLY_THE_NAME.format(name=person.name), *_teams_and_links(person, around)])
    day = said(day_of(person.since))
    if person.standing is Standing.INVITED:
        return f"{person.name} was invited on {day} and has not joined yet. The code works for 14 days."
    if person.standing is Standing.INACTIVE:
        return (
            f"{person.name} is not in the workspace any more. What they wrote for themselves stays sealed: "
            "nobody opens it."
        )
    return " ".join([f"{person.name} is here since {day}.", *_teams_and_links(person, around)])


def _teams_and_links(person: Colleague, around: Around) -> list[str]:
    told = []
    teams = [team.name for team in around.teams if person.id in team.members]
    if teams:
        told.append(f"In {', '.join(teams)}.")
    led = [team.name for team in around.teams if person.id == team.lead]
    if led:
        told.append(f"Leads {', '.join(led)}.")
    links = around.links_of(person.id)
    above = [around.name(link.supervisor) for link in links if link.supervisee == person.id]
    below = [around.name(link.supervisee) for link in links if link.supervisor == person.id]
    if above:
        told.append(f"Supervised by {', '.join(above)}.")
    if below:
        told.append(f"Supervises {', '.join(below)}.")
    return told


def before_ending(link: Link, around: Around) -> str:
    """What follows from the end of a link, before somebody says so."""
    supervisor, supervisee = around.name(link.supervisor), around.name(link.supervisee)
    told = "Both are told" if around.me not in (link.supervisor, link.supervisee) else "The other one is told"
    return (
        f"From this moment on nothing that {supervisee} shared opens for {supervisor}, not even in a window that is "
        f"open now. {supervisee} still reads it. What the two signed and agreed, {supervisor} can read as it stood. "
        f"{told}: at once, and at their next sign-in.\n\nThis link cannot be taken up again; a new one can be made, "
        "with a new key."
    )


def before_deactivating(person: Colleague, around: Around) -> str:
    """What follows when somebody leaves, before an administrator says so."""
    if isinstance(person, Person) and person.standing is Standing.INVITED:
        return f"The code of {person.name} no longer opens anything, and they are not in the workspace."
    told = [
        f"{person.name} can no longer sign in, and the workspace gets a new key. What they wrote for themselves stays "
        "sealed: nobody opens it."
    ]
    links = around.links_of(person.id)
    if links:
        others = ", ".join(around.name(link.other(person.id)) for link in links)
        told.append(f"Their {'link ends' if len(links) == 1 else 'links end'}; told of it: {others}.")
    teams = [team.name for team in around.teams if person.id in team.members]
    if teams:
        told.append(f"They are no longer in {', '.join(teams)}; its lead is told.")
    led = [team.name for team in around.teams if team.lead == person.id]
    if led:
        told.append(f"{', '.join(led)} then needs another lead: please choose one first, with Change team.")
    invited = [
        one.name for one in around.people if isinstance(one, Person) and one.standing is Standing.INVITED
    ]
    if invited:
        told.append(f"Open invitations end with the old key. Invite again afterwards: {', '.join(invited)}.")
    told.append("Nobody else may have the workspace open while this is done. It cannot be undone.")
    return "\n\n".join(told)
