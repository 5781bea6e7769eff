"""A CUPS of its own, for tests that print: real queues, real filters, paper that comes out."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from desk.paper.printers import print_pdf

FILES = """
ServerRoot {root}/etc
RequestRoot {root}/spool
CacheDir {root}/cache
StateDir {root}/run
TempDir {root}/tmp
AccessLog {root}/log/access
ErrorLog {root}/log/told
PageLog {root}/log/page
FileDevice Yes
"""

DAEMON = """
Listen {root}/run/sock
LogLevel info
Browsing Off
WebInterface No
DefaultAuthType None
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>
"""

QUEUES = """
<DefaultPrinter Receipts>
  DeviceURI file:{root}/printed.pdf
  State Idle
  Accepting Yes
</DefaultPrinter>
<Printer Asleep>
  DeviceURI file:{root}/never.pdf
  State Stopped
  StateMessage Out of paper
  Accepting Yes
</Printer>
<Printer Closed>
  DeviceURI file:{root}/never.pdf
  State Idle
  StateMessage Moved to the back room
  Accepting No
</Printer>
"""

# A printer of PDF for paper of any length, so that the real filters of CUPS take part.
ROLL_PRINTER = """*PPD-Adobe: "4.3"
*FormatVersion: "4.3"
*FileVersion: "1.0"
*LanguageVersion: English
*LanguageEncoding: ISOLatin1
*PCFileName: "ROLL.PPD"
*Manufacturer: "Roll"
*Product: "(Roll)"
*ModelName: "Roll"
*ShortNickName: "Roll"
*NickName: "Roll"
*PSVersion: "(3010.000) 0"
*LanguageLevel: "3"
*ColorDevice: False
*DefaultColorSpace: Gray
*cupsFilter2: "application/vnd.cups-pdf application/pdf 0 -"
*OpenUI *PageSize: PickOne
*DefaultPageSize: A5
*PageSize A5/A5: "<</PageSize[420 595]>>setpagedevice"
*PageSize A4/A4: "<</PageSize[595 842]>>setpagedevice"
*CloseUI: *PageSize
*OpenUI *PageRegion: PickOne
*DefaultPageRegion: A5
*PageRegion A5/A5: "<</PageSize[420 595]>>setpagedevice"
*PageRegion A4/A4: "<</PageSize[595 842]>>setpagedevice"
*CloseUI: *PageRegion
*DefaultImageableArea: A5
*ImageableArea A5/A5: "0 0 420 595"
*ImageableArea A4/A4: "0 0 595 842"
*DefaultPaperDimension: A5
*PaperDimension A5/A5: "420 595"
*PaperDimension A4/A4: "595 842"
*VariablePaperSize: True
*MaxMediaWidth: "600"
*MaxMediaHeight: "14400"
*HWMargins: 0 0 0 0
*CustomPageSize True: "pop pop pop <</PageSize[5 -2 roll]/ImagingBBox null>>setpagedevice"
*ParamCustomPageSize Width: 1 points 36 600
*ParamCustomPageSize Height: 2 points 36 14400
*ParamCustomPageSize WidthOffset: 3 points 0 0
*ParamCustomPageSize HeightOffset: 4 points 0 0
*ParamCustomPageSize Orientation: 5 int 0 0
"""


class PrintService:
    """A CUPS of its own, with three queues: one that prints into a file, one stopped, one shut."""

    def __init__(self, root: Path, program: str) -> None:
        self.socket = root / "run" / "sock"
        self.printed = root / "printed.pdf"
        etc = root / "etc"
        for folder in ("etc/ppd", "spool", "cache", "run", "log", "tmp"):
            (root / folder).mkdir(parents=True)
        self.printed.touch()  # since its mends of 2026 CUPS writes only to a file that is there
        (etc / "cups-files.conf").write_text(FILES.format(root=root))
        (etc / "cupsd.conf").write_text(DAEMON.format(root=root))
        (etc / "printers.conf").write_text(QUEUES.format(root=root))
        (etc / "ppd" / "Receipts.ppd").write_text(ROLL_PRINTER)
        settings = ("-c", f"{etc}/cupsd.conf", "-s", f"{etc}/cups-files.conf")
        with (root / "log" / "out").open("w") as out:
            self._daemon = subprocess.Popen([program, "-f", *settings], stdout=out, stderr=out)

    def until(self, command: str, reached: Callable[[str], bool]) -> None:
        """Returns once a CUPS command says what is waited for."""
        while not reached(answer(command)):
            try:
                code = self._daemon.wait(timeout=0.05)
            except subprocess.TimeoutExpired:
                continue
            pytest.fail(f"cupsd ended with {code}")

    def print_out(self, pdf: bytes, *, paper: str) -> bytes:
        """What comes out of the printer."""
        job = print_pdf(pdf, printer="Receipts", paper=paper, title="Struk – K1 “baru”")
        assert job.startswith("Receipts-")
        return self.came_out()

    def came_out(self) -> bytes:
        """What the printer printed, once nothing waits in its queue."""
        self.until("lpstat -o Receipts", lambda told: not told.strip())
        paper = self.printed.read_bytes()
        self.printed.write_bytes(b"")  # CUPS cuts nothing off that a longer paper left
        return paper

    def stop(self) -> None:
        """The service ends; what is in the queues stays."""
        self._daemon.terminate()
        self._daemon.wait()


def answer(command: str) -> str:
    """What a command of CUPS says."""
    done = subprocess.run(command.split(), capture_output=True, text=True, check=False)
    return done.stdout


@contextmanager
def print_service(program: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[PrintService]:
    """Runs `cupsd`, and lets everything that prints use it."""
    with tempfile.TemporaryDirectory(prefix="desk-cups-") as folder:
        Path(folder).chmod(0o755)  # the filters of CUPS run as a user of their own
        started = PrintService(Path(folder), program)
        monkeypatch.setenv("CUPS_SERVER", str(started.socket))
        monkeypatch.setenv("LC_ALL", "C")
        try:
            started.until("lpstat -r", lambda told: "is running" in told)
            yield started
        finally:
            started.stop()


def sizes(pdf: bytes) -> list[tuple[int, int]]:
    """(width, height) of every page, in points."""
    boxes = [page.mediabox for page in PdfReader(BytesIO(pdf)).pages]
    return [(round(box.width), round(box.height)) for box in boxes]
