"""Random ids that come in a wanted order."""

from __future__ import annotations

from uuid import UUID

from reflect.demo.ids import id_at, ids_at


def test_ids_come_in_the_order_of_their_places_and_are_never_the_same() -> None:
    found = [id_at(place, 300) for place in range(300)]
    assert found == sorted(found)
    assert id_at(1, 300) != id_at(1, 300)
    assert all(UUID(one).version == 4 for one in found)


def test_so_many_ids_of_one_place_are_between_those_of_its_neighbours() -> None:
    first, second = ids_at(0, 2, 100), ids_at(1, 2, 100)
    assert len({*first, *second}) == 200
    assert [*first, *second] == sorted([*first, *second])
