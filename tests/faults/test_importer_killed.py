"""The importer is killed while it works: once more, and all is as if nobody had disturbed it."""

from __future__ import annotations

import json
import os
import secrets
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desk.rules.entries import ComplaintNoted, ComplaintRegistered
from tests.app.at_work import Clock
from tests.app.company import OFFICE, Company, found
from tests.cli.running import CHECKOUT, Shop

pytestmark = pytest.mark.skipif(os.name == "nt", reason="only on systems with fork")
KILLS = int(os.environ.get("DESK_TEST_IMPORTS_KILLED") or 6)
COMPLAINTS = 400


def busy(company: Company, code: str, first: int) -> None:
    """A long time at a branch, written at once: more entries than go into one slice."""
    desk = company.desks[code]
    with desk.journal.writing(actor="wati", now=desk.now()) as pen:
        for nota in range(first, first + COMPLAINTS):
            subject = f"case {nota}"
            facts = ComplaintRegistered(
                number=f"K{code}20260619{nota:07}",
                branch=code,
                received_at="2026-06-19T09:12:00+07:00",
                nota=nota,
                customer=f"c{nota % 50}",
                name=f"Pelanggan {nota}",
                what_happened="Rem berat",
            )
            pen.write(facts, subject=subject)
            for at in range(6):
                pen.write(ComplaintNoted(text=f"catatan {at}"), subject=subject)


@pytest.mark.timeout(1_200)
def test_a_killed_import_is_done_once_more_and_nothing_shows(tmp_path: Path) -> None:
    company = found(tmp_path, ("1",), Clock(datetime.now(UTC)))
    files = []
    for first in (1, 1 + COMPLAINTS):
        busy(company, "1", first)
        photo = tmp_path / f"photo {first}"
        photo.write_bytes(os.urandom(300_000))
        company.register("1", files=(company.desks["1"].files.keep(photo),))
        files.append(company.export("1"))
    company.close()
    seed = secrets.randbelow(10**6)
    office = company.office.home.folder
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.killing_imports", office, str(KILLS), str(seed)]
        + [str(file) for file in files],
        env=Shop(office).environment(),
        cwd=CHECKOUT,
        capture_output=True,
        check=False,
        text=True,
    )
    assert done.returncode == 0, (seed, done.stdout, done.stderr)
    told = json.loads(done.stdout)
    print(f"seed {seed}:", told)
    assert told["kills"] == KILLS
    assert OFFICE in company.desks
