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


@ON_A_FILE
def test_the_driver_for_a_server_is_not_loaded_for_a_file_and_can_be_loaded_later(counter) -> None:
    counter.desk.close()
    done = subprocess.run(
        [sys.executable, "-c", LOADED, str(counter.home.folder)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "[]\n"
