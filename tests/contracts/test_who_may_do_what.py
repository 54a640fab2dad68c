"""The table of who may do what, tried on everything there is, with every verb, as everybody."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from command_line import CommandLine, Said
from probes import LOOKING, PROBES
from reflect.cli.door import Door
from rights import ADMINISTRATOR, CURRENT, FORMER, LEAD, OTHER, OWNER, ROLES, THINGS, WORDS_OF, cells, may
from seen import FAULT, seen_by
from six_people import NAMES, PASSPHRASE, WORDS, SixPeople

UNKNOWN = "0f0f0f0f"
SAID = "something else"
NOBODYS = {OWNER: OTHER, CURRENT: LEAD, FORMER: LEAD, OTHER: LEAD, LEAD: ADMINISTRATOR, ADMINISTRATOR: LEAD}
"""For each role somebody with whom they have never had a link."""


@pytest.fixture(scope="module")
def six(tmp_path_factory: pytest.TempPathFactory) -> SixPeople:
    """Made once; nothing that is refused changes it."""
    return SixPeople(tmp_path_factory.mktemp("six") / "workspace")


class Desk:
    """Somebody at the command line. They sign in once for many commands, since most of the time goes into that."""

    def __init__(self, six: SixPeople, role: str, patch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        self.six, self.role = six, role
        self.practice = six.sign_in(role)
        self._reflect = CommandLine(six.folder, six.clock, patch)
        self._reflect.as_somebody(NAMES[role], PASSPHRASE, tmp_path / "passphrase")
        patch.setattr(Door, "signed_in", self._signed_in)

    @contextmanager
    def _signed_in(self, *_: object) -> Iterator[object]:
        yield self.practice

    def say(self, thing: str, verb: str, *, unknown: bool = False) -> Said:
        """What one probe of a thing says; of one that is not there, if `unknown`."""
        former = "former" in thing
        other = (FORMER if former else CURRENT) if self.role == OWNER else OWNER
        values = {
            "{id}": UNKNOWN if unknown else self.six.ids[thing],
            "{word}": "nothingofthekind" if unknown else WORDS[thing],
            "{other}": NAMES[NOBODYS[self.role] if unknown else other],
            "{colleague}": NAMES[OTHER],
        }
        command = PROBES[thing][verb].split()
        values = {name: value for name, value in values.items() if name in command}
        words = [values.get(word, word) for word in command]
        said = self._reflect(*words, stdin=SAID)
        for name, value in values.items():
            said = Said(said.code, said.out.replace(value, name), said.err.replace(value, name))
        return said

    def listed(self, command: str) -> list[dict[str, str]]:
        """What a command lists, as other programs read it."""
        said = self._reflect(*command.split())
        assert said.code == 0, said.err
        found: list[dict[str, str]] = said.json
        return found


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


def test_every_cell_of_the_table_says_the_same() -> None:
    table = cells()
    assert {row for row, _ in THINGS.values()} <= set(table)
    for row, cell in table.items():
        for role, words in cell.items():
            things = [thing for thing, (of, _) in THINGS.items() if of == row]
            given = {thing for thing in things if may(thing, role)}
            if words in ("–", "dates and state only", "in figures only"):
                assert not given, (row, role)
            elif things:
                assert given, (row, role)


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
                assert said == desk.say(thing, verb, unknown=True), (thing, verb)
    assert tried > 50
    assert desk.six.rows() == before


@pytest.mark.parametrize("role", ROLES)
def test_what_the_table_lets_somebody_see_they_see(desk: Desk, role: str) -> None:
    for thing in THINGS:
        for verb in sorted(may(thing, role) & LOOKING):
            said = desk.say(thing, verb)
            assert said.code == 0, (thing, verb, said.err)
            if verb not in ("number", "comments", "prepare"):
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


WRITES = [
    (role, thing, verb) for role in ROLES for thing in THINGS for verb in sorted(may(thing, role) - LOOKING)
]


@pytest.mark.parametrize(("role", "thing", "verb"), WRITES, ids=lambda value: value.replace(" ", "-"))
def test_what_the_table_lets_somebody_change_they_change(
    six: SixPeople, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, role: str, thing: str, verb: str
) -> None:
    copy = six.copied_to(tmp_path / "workspace")
    desk = Desk(copy, role, monkeypatch, tmp_path)
    before = copy.rows()
    said = desk.say(thing, verb)
    desk.practice.close()
    assert said.code == 0, said.err
    assert copy.rows() != before
