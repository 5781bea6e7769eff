"""A desk in a file starts without what only a server needs."""

import subprocess
import sys

from tests.journal.databases import ON_A_FILE

LOADED = """
import sys
from pathlib import Path
from desk.app.desk import Desk
from desk.app.home import Home
desk = Desk.open(Home(Path(sys.argv[1])))
desk.queue(__import__("desk.journal.queue", fromlist=["Wanted"]).Wanted(find="rem"))
desk.close()
print([name for name in ("psycopg", "psycopg2") if name in sys.modules])
import psycopg
"""

WITHOUT = """
import sys
sys.modules["psycopg"] = None  # as where it is not installed
from desk.__main__ import main
sys.argv[1:] = [
    "--home", sys.argv[1], "setup", "--company", "T", "--branch", "1", "--branch-name", "X",
    "--database", "postgresql://desk@127.0.0.1:1/desk",
]
sys.exit(main())
"""


@ON_A_FILE
def test_the_driver_for_a_server_is_not_loaded_for_a_file_and_can_be_loaded_later(counter) -> None:
    counter.desk.close()
    done = subprocess.run(
        [sys.executable, "-c", LOADED, str(counter.home.folder)],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stdout == "[]\n"


def test_a_desk_on_a_server_without_the_driver_is_told_what_to_install(tmp_path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT, str(tmp_path / "home")],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr == (
        "A desk on a database server needs the library psycopg, which is not installed here. "
        "Nothing was changed. Install it with “pip install complaint-desk[server]”, then try "
        "again.\n"
    )
    assert not (tmp_path / "home" / "keys").exists()
