"""No byte of a package can be changed on its way without being noticed."""

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from desk.rules.errors import Invalid


@pytest.fixture(scope="module")
def package(trade, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A package with everything in it."""
    folder = tmp_path_factory.mktemp("stick")
    photo = trade.photo(folder, bytes(range(256)))
    return trade.write(trade.shipment(5, files=[photo]), folder).path.read_bytes()


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the changed packages lie."""
    return tmp_path_factory.mktemp("inbox") / "changed.desk"


def test_the_package_itself_is_good(trade, package: bytes, place: Path) -> None:
    place.write_bytes(package)
    assert trade.check(place, trade.office.receiving).entries == 5


@settings(max_examples=400)
@given(data=st.data())
def test_a_changed_byte_is_noticed(trade, package: bytes, place: Path, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(package) - 1), label="at")
    by = data.draw(st.integers(1, 255), label="by")
    changed = bytearray(package)
    changed[at] ^= by
    place.write_bytes(changed)
    with pytest.raises(Invalid):
        trade.check(place, trade.office.receiving)


@settings(max_examples=200)
@given(data=st.data())
def test_moved_and_missing_and_additional_bytes_are_noticed(
    trade, package: bytes, place: Path, data: st.DataObject
) -> None:
    start, end = sorted(data.draw(st.lists(st.integers(0, len(package)), min_size=2, max_size=2)))
    changed = package[:start] + data.draw(st.binary(max_size=50)) + package[end:]
    if changed == package:
        return
    place.write_bytes(changed)
    with pytest.raises(Invalid):
        trade.check(place, trade.office.receiving)


@settings(max_examples=200)
@given(content=st.binary(max_size=2_000))
@example(b"")
@example(b"PK\x05\x06" + bytes(18))
def test_any_other_file_is_refused_in_words(trade, place: Path, content: bytes) -> None:
    place.write_bytes(content)
    with pytest.raises(Invalid, match="Copy it again from the desk that wrote it"):
        trade.check(place, trade.office.receiving)
