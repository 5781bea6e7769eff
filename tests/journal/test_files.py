"""Photos and documents are kept by what they hold, once, and never change."""

import hashlib

import pytest

from desk.journal.files import LARGEST, FileStore
from desk.rules.errors import Invalid, Trouble

PHOTO = b"\x89PNG" + bytes(range(256)) * 5_000
DIGEST = hashlib.sha256(PHOTO).hexdigest()


@pytest.fixture
def photo(tmp_path):
    """A photo on a stick."""
    path = tmp_path / "rem rusak.png"
    path.write_bytes(PHOTO)
    return path


@pytest.fixture
def files(tmp_path) -> FileStore:
    """The folder of the desk, which nobody has made yet."""
    return FileStore(tmp_path / "home" / "files")


def held(store: FileStore) -> list[str]:
    """The names in the folder."""
    return sorted(path.name for path in store.folder.iterdir())


def test_a_photo_is_kept_under_the_digest_of_what_it_holds(files, photo) -> None:
    assert files.keep(photo) == DIGEST
    assert files.path_of(DIGEST).read_bytes() == PHOTO
    assert held(files) == [DIGEST]
    assert photo.read_bytes() == PHOTO


def test_the_same_photo_twice_is_kept_once(files, photo, tmp_path) -> None:
    files.keep(photo)
    written = files.path_of(DIGEST).stat().st_mtime_ns
    copy = tmp_path / "copy of it.jpeg"
    copy.write_bytes(PHOTO)
    assert files.keep(copy) == DIGEST
    assert held(files) == [DIGEST]
    assert files.path_of(DIGEST).stat().st_mtime_ns == written


def test_an_empty_file_is_a_file_too(files, tmp_path) -> None:
    (tmp_path / "empty").touch()
    assert files.keep(tmp_path / "empty") == hashlib.sha256(b"").hexdigest()


def test_a_file_that_is_not_there_is_told_by_its_name(files, tmp_path) -> None:
    for path in (tmp_path / "gone.png", tmp_path):
        with pytest.raises(Invalid, match=f"There is no file {path.name}") as refused:
            files.keep(path)
        assert refused.value.field == "files"
    assert not files.folder.exists()


def test_a_file_of_more_than_25_megabytes_is_refused(files, tmp_path) -> None:
    large = tmp_path / "film.mp4"
    with large.open("wb") as stream:
        stream.truncate(LARGEST + 1)
    with pytest.raises(Invalid, match=r"film\.mp4 is larger than 25 MB") as refused:
        files.keep(large)
    assert refused.value.field == "files"
    with large.open("r+b") as stream:
        stream.truncate(LARGEST)
    assert files.keep(large)


def test_a_folder_that_cannot_be_made_is_told_and_nothing_is_left(tmp_path, photo) -> None:
    (tmp_path / "home").write_text("a file stands where the folder should be")
    with pytest.raises(Trouble, match=r"The disk did not do as asked|cannot be written to"):
        FileStore(tmp_path / "home" / "files").keep(photo)


@pytest.mark.parametrize("name", ["", "../desk.db", "ab" * 31, "AB" * 32, "ab" * 32 + "\n", "."])
def test_nothing_but_a_digest_names_a_file(name, files) -> None:
    with pytest.raises(ValueError, match="^" + name.replace(".", r"\.")):
        files.path_of(name)


def test_a_copy_takes_what_is_missing_and_nothing_else(files, photo, tmp_path) -> None:
    backup = tmp_path / "stick" / "files"
    list(files.copied_to(backup))
    assert not backup.exists()
    files.keep(photo)
    (files.folder / "notes.txt").write_text("not ours")
    (files.folder / f"{DIGEST}.part").write_text("half")
    list(files.copied_to(backup))
    first = (backup / DIGEST).stat().st_mtime_ns
    list(files.copied_to(backup))
    assert [path.name for path in backup.iterdir()] == [DIGEST]
    assert (backup / DIGEST).stat().st_mtime_ns == first
    assert FileStore(backup).path_of(DIGEST).read_bytes() == PHOTO
