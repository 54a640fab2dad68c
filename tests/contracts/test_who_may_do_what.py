"""The table of who may do what, tried on everything there is, with every verb, as everybody."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from at_a_desk import Desk
from probes import ENDING, LOOKING, PROBES
from reflect.cli.commands import command_line
from reflect.services.links import endings
from rights import (
    BANKS,
    CURRENT,
    FIGURES,
    FORMER,
    OPENED,
    OWNER,
    PEOPLE,
    ROLES,
    THINGS,
    WORDS_OF,
    cells,
    may,
    meant,
    said_in,
)
from seen import FAULT, seen_by
from six_people import NAMES, WORDS, SixPeople

ROWS = {row for row, _ in THINGS.values()}


@pytest.fixture(scope="module")
def six(tmp_path_factory: pytest.TempPathFactory) -> SixPeople:
    """Made once; nothing that is refused changes it."""
    return SixPeople(tmp_path_factory.mktemp("six") / "workspace")


def means_their_own(thing: str, verb: str, role: str) -> bool:
    """Whether the name by which one of the two supervisors could mean a thing of the other means their own."""
    if "{other}" not in PROBES[thing][verb]:
        return False
    return (role, "former" in thing) == (CURRENT, True) or (
        (role, "former" in thing, verb in LOOKING) == (FORMER, False, True)
    )


@pytest.fixture
def desk(six: SixPeople, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, role: str) -> Iterator[Desk]:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    found = Desk(six, role, monkeypatch, tmp_path)
    yield found
    found.practice.close()


@pytest.mark.parametrize("role", ROLES)
def test_every_cell_of_the_table_gives_the_verbs_that_its_words_mean(role: str) -> None:
    for row in ROWS:
        things = [thing for thing, (of, _) in THINGS.items() if of == row]
        given = frozenset[str]().union(*(may(thing, role) for thing in things)) - {"undo"}
        words = said_in(row, role)
        assert given == frozenset[str]().union(*(meant(row, one, role) for one in words)), (row, words)


def test_whoever_may_only_read_may_only_look() -> None:
    for row in ROWS:
        for role in ROLES:
            for words in said_in(row, role):
                looks = meant(row, words, role) & LOOKING
                if words.startswith("read"):
                    assert looks == meant(row, words, role), (row, role)
                elif words in ("comment", "write", "sign", "note", "escalate", "withdraw until signed"):
                    assert not looks, (row, role)


def test_every_row_of_the_table_is_tried_here_or_beside_it() -> None:
    # What belongs to nobody's words: in `test_who_may_look_after_what` and `test_who_may_oversee`.
    assert set(cells()) - ROWS == {FIGURES, PEOPLE, BANKS, OPENED}


@pytest.mark.parametrize("role", ROLES)
def test_what_the_table_does_not_give_is_refused_and_does_not_even_show(desk: Desk, role: str) -> None:
    before = desk.six.rows()
    tried = 0
    for thing, verbs in PROBES.items():
        for verb in sorted(set(verbs) - may(thing, role)):
            if means_their_own(thing, verb, role):
                continue
            said = desk.say(thing, verb)
            tried += 1
            assert WORDS[thing] not in said.out + said.err, (thing, verb)
            assert desk.six.ids[thing] not in said.out, (thing, verb)
            if "{id}" in verbs[verb] or "{other}" in verbs[verb]:
                assert said.code in (2, 3, 4), (thing, verb, said)
            if not may(thing, role) and not (role == FORMER and "any more" in said.err):
                assert said == desk.say_of_nothing(thing, verb), (thing, verb)
    assert tried > 50
    assert desk.six.rows() == before


@pytest.mark.parametrize("role", ROLES)
def test_what_the_table_lets_somebody_see_they_see(desk: Desk, role: str) -> None:
    for thing in THINGS:
        for verb in sorted(may(thing, role) & LOOKING):
            said = desk.say(thing, verb)
            assert said.code == 0, (thing, verb, said.err)
            if verb not in ("number", "comments", "prepare", "audit"):
                shown = ("{id}", "{word}", WORDS[thing], desk.six.ids[thing])
                assert any(one in said.out for one in shown), (thing, verb)
    seen = seen_by(desk.practice, desk.six.every_id, NAMES.values(), WORDS.values())
    assert not [line for line in seen if line.startswith(FAULT)]
    found = {thing for thing, word in WORDS.items() if any(word in line for line in seen)}
    assert found == {thing for thing in WORDS if role in WORDS_OF[thing]}


@pytest.mark.parametrize("role", ROLES)
def test_each_list_holds_what_the_table_gives_and_nothing_else(desk: Desk, role: str) -> None:
    lists: dict[str, set[str]] = {}
    for thing, verbs in PROBES.items():
        for verb, command in verbs.items():
            if "{" not in command and not verb.startswith(("number", "export")):
                given = {desk.six.ids[thing]} if verb in may(thing, role) else set()
                lists[command] = lists.get(command, set()) | given
    for command, ids in lists.items():
        found = {one["id"] for one in desk.listed(command)}
        assert found - desk.six.more == ids, command
        assert not desk.six.more & found or role in (OWNER, CURRENT)


@pytest.mark.parametrize("role", ROLES)
def test_what_the_table_lets_somebody_change_they_change(
    six: SixPeople, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, role: str
) -> None:
    several = {thing: sorted(may(thing, role) - LOOKING) for thing in THINGS}
    rounds = 1 + max(len(ENDING & set(verbs)) for verbs in several.values())
    tried = set()
    for number in range(rounds):
        desk = Desk(six.copied_to(tmp_path / str(number)), role, monkeypatch, tmp_path)
        for thing, verbs in several.items():
            ending = [verb for verb in verbs if verb in ENDING]
            now = (
                [verb for verb in verbs if verb not in ENDING] if number == 0 else ending[number - 1 : number]
            )
            for verb in now:
                said = desk.say(thing, verb)
                assert said.code == 0, (thing, verb, said.err)
                tried.add((thing, verb))
        desk.practice.close()
    assert tried == {(thing, verb) for thing, verbs in several.items() for verb in verbs}


def test_completion_offers_nothing_that_is_kept(
    six: SixPeople, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It says the same to everybody, since nobody has signed in when it is asked."""

    def offered(*words: str) -> str:
        monkeypatch.setenv("_REFLECT_COMPLETE", "complete_bash")
        monkeypatch.setenv("COMP_WORDS", " ".join(("reflect", *words)) + " ")
        monkeypatch.setenv("COMP_CWORD", str(len(words) + 1))
        with pytest.raises(SystemExit):
            command_line().main(args=[], prog_name="reflect")
        return capsys.readouterr().out

    monkeypatch.setenv("REFLECT_WORKSPACE", str(six.folder))
    assert "child-s" in offered("bank", "show")
    kept = {*six.every_id, *WORDS.values(), *NAMES.values()}
    for command in sorted({command for verbs in PROBES.values() for command in verbs.values()}):
        words = command.split()
        cut = next((at for at, word in enumerate(words) if word.startswith("{")), len(words))
        said = offered(*words[:cut])
        assert not [one for one in kept if one in said], command


def test_the_contract_notices_an_end_that_takes_nothing_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(endings, "end", lambda *_, **__: None)
    six = SixPeople(tmp_path / "workspace")
    desk = Desk(six, FORMER, monkeypatch, tmp_path)
    refused = ("share with the former", "record not signed with the former")
    assert not {"show"} & may(refused[0], FORMER) | {"show"} & may(refused[1], FORMER)
    codes = [desk.say(thing, "show").code for thing in refused]
    desk.practice.close()
    assert codes == [0, 0]
