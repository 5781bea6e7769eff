"""Makes a Windows out of nothing but Debian, PyPI and this Python, and runs tests on it.

Wine plays Windows; the Python is a real one for Windows: `panda3d` publishes python311.dll with its
modules, the standard library is this Python's own (3.11), the program's libraries are their wheels
for Windows. What Wine 8 lacks of Windows 10 is compiled here from a few lines of C. It takes four
to five minutes and about 330 MB of downloads once, and a second or two from then on.

Wine has no access rights, no real printers and no `py`; what needs those is not proved here.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import tomllib
import zipfile
from pathlib import Path

from components import SetUpStopped, install_packages, last_lines, tell
from environment import ROOT

# Program → the Debian package that brings it.
PACKAGES = {
    "wine": "wine",
    "wineserver": "wine64",
    "x86_64-w64-mingw32-gcc": "gcc-mingw-w64-x86-64-posix",
    "Xvfb": "xvfb",
    "xvfb-run": "xvfb",
}
PANDA = "panda3d==1.10.16"  # of all wheels, the one that carries a whole python311.dll (3.11.9)
FROM_PANDA = {
    ".": ("python311.dll", "VCRUNTIME140.dll"),
    "DLLs": ("libffi-8.dll", "libcrypto-3.dll", "libssl-3.dll", "sqlite3.dll"),
}
# What markers ask for on Windows only; pip looks at the markers of the system it runs on.
ONLY_ON_WINDOWS = ("pywin32-ctypes", "tzdata", "colorama")
NOT_FOR_TESTS = ("ruff", "mypy", "build", "hatchling")
LEFT_OUT = ("site-packages", "dist-packages", "__pycache__", "lib-dynload", "test", "idlelib")
COMPILER = "x86_64-w64-mingw32-gcc"
PATIENCE = 1800  # seconds for one run; the short one takes half a minute
OUT_OF_PATIENCE = (124, 137)  # exit codes of a run that took longer

# What is quick and found something before: in at most five minutes, the making included.
SHORT = (
    "tests/test_moments.py",
    "tests/test_phones.py",
    "tests/rules/test_clock.py",
    "tests/rules/test_intake.py",
    "tests/rules/test_number.py",
)
WHOLE = (
    "tests/test_moments.py",
    "tests/test_phones.py",
    "tests/rules",
    "tests/journal",
    "tests/exchange",
    "tests/sheets",
    "tests/paper",
    "tests/cli",
    "tests/journeys/test_three_cases.py",
)

PYTHON_EXE = r"""
#include <wchar.h>
__declspec(dllimport) int Py_Main(int, wchar_t **);
int wmain(int n, wchar_t **words) { return Py_Main(n, words); }
"""
MANIFEST = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<assembly xmlns="urn:schemas-microsoft-com:asm.v1" manifestVersion="1.0">
<compatibility xmlns="urn:schemas-microsoft-com:compatibility.v1"><application>
<supportedOS Id="{8e0f7a12-bfb3-4fe8-b9a5-48fd50a15a9a}"/>
</application></compatibility></assembly>
"""
# Libraries of Windows 10 that Wine 8 has not: random bytes for wheels made in Rust, and the part
# of ICU that Qt looks for when it loads.
BCRYPTPRIMITIVES = """
#include <windows.h>
BOOLEAN NTAPI SystemFunction036(PVOID, ULONG);
__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE data, SIZE_T size)
{ return SystemFunction036(data, (ULONG)size); }
"""
ICU_NOTHING = (
    "ucnv_getAvailableName",
    "ucnv_countAvailable",
    "UCNV_FROM_U_CALLBACK_SUBSTITUTE",
    "UCNV_TO_U_CALLBACK_SUBSTITUTE",
    "ucnv_getToUCallBack",
    "ucnv_getFromUCallBack",
    "ucnv_setToUCallBack",
    "ucnv_setFromUCallBack",
    "ucnv_cbToUWriteUChars",
    "ucnv_cbFromUWriteUChars",
    "ucnv_toUnicode",
    "ucnv_fromUnicode",
    "ucnv_toUCountPending",
    "ucnv_fromUCountPending",
)
ICUUC = "".join(
    f"__declspec(dllexport) {line}\n"
    for line in (
        "void *ucnv_open(const char *n, int *e) { if (e) *e = 4; return 0; }",
        "const char *ucnv_getName(const void *c, int *e) { if (e) *e = 4; return 0; }",
        "const char *ucnv_getStandardName(const char *n, const char *s, int *e) "
        "{ if (e) *e = 4; return 0; }",
        "signed char ucnv_getMaxCharSize(const void *c) { return 1; }",
        "void ucnv_close(void *c) { }",
        *(f"void *{name}(void) {{ return 0; }}" for name in ICU_NOTHING),
    )
)
# Whose files are private is asked of whoami; Wine's own knows not these words.
WHOAMI = r"""
#include <windows.h>
#include <sddl.h>
#include <stdio.h>
int main(void) {
  HANDLE token; BYTE told[512]; DWORD size; char *sid;
  if (!OpenProcessToken(GetCurrentProcess(), TOKEN_QUERY, &token) ||
      !GetTokenInformation(token, TokenUser, told, sizeof told, &size) ||
      !ConvertSidToStringSidA(((TOKEN_USER *)told)->User.Sid, &sid)) return 1;
  printf("\"wine\\user\",\"%s\"\r\n", sid);
  return 0; }
"""
MODE = "int main(void) { return 0; }"  # sets up serial lines; Wine has none


class Windows:
    """A folder with a Python for Windows and a Wine to run it. Raises SetUpStopped where it
    cannot be made."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.python = folder / "python"
        self.prefix = folder / "prefix"
        self._build = folder / "build"
        self._environ = {
            **{name: value for name, value in os.environ.items() if name != "PYTHONPATH"},
            "WINEPREFIX": str(self.prefix),
            "WINEARCH": "win64",
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": "mscoree,mshtml=",
            "PYTHONDONTWRITEBYTECODE": "1",
            "TZ": "Asia/Jakarta",  # for Wine; its programs must not see it (`run`)
        }

    def prepare(self) -> None:
        """Whatever is still missing of it."""
        if sys.version_info[:2] != (3, 11):
            raise SetUpStopped("The Windows Python is a 3.11; run this with Python 3.11.")
        missing = {name for program, name in PACKAGES.items() if shutil.which(program) is None}
        if missing:
            install_packages(sorted(missing))
        self._build.mkdir(parents=True, exist_ok=True)
        needs = _needs()
        done = self.python / "done"
        if not done.exists() or done.read_text(encoding="utf-8").split() != needs:
            self._fetch_wheels(needs)
            self._make_python()
            done.write_text("\n".join(needs), encoding="utf-8")
        if not (self.prefix / "ready").exists():
            self._make_windows()

    def run(self, *words: str) -> int:
        """Runs Python with these words on it, in the checkout; its exit code."""
        # Python under Wine wants a pipe as its stdout, and TZ would be read as a zone of its own.
        batch = self.folder / "python.cmd"
        batch.write_text(f"@set TZ=\r\n@{drive(self.python)}\\python.exe %*\r\n")
        environ = {**self._environ, "PYTHONPATH": drive(ROOT)}
        limit = ("timeout", "--kill-after=10", str(PATIENCE))  # Wine itself may hang
        command = [*limit, "xvfb-run", "-a", "wine", "cmd", "/c", drive(batch), *words]
        with subprocess.Popen(
            command,
            cwd=ROOT,
            env=environ,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        ) as running:
            for line in running.stdout or ():
                sys.stdout.buffer.write(line)
                sys.stdout.flush()
        return running.returncode

    def _fetch_wheels(self, needs: list[str]) -> None:
        tell("Fetching wheels for Windows (about 170 MB the first time)")
        platform = ("--platform", "win_amd64", "--python-version", "3.11", "--only-binary=:all:")
        pip = (sys.executable, "-m", "pip", "--disable-pip-version-check", "download", "-q")
        self._do(*pip, *platform, "--no-deps", "-d", str(self._build / "panda"), PANDA)
        self._do(*pip, *platform, "-d", str(self._build / "wheels"), *needs)

    def _make_python(self) -> None:
        tell("Making a Python for Windows")
        shutil.rmtree(self.python, ignore_errors=True)
        packages = self.python / "Lib" / "site-packages"
        (self.python / "DLLs").mkdir(parents=True)
        panda = next((self._build / "panda").glob("*.whl"))
        with zipfile.ZipFile(panda) as wheel:
            inside = {Path(name).name: name for name in wheel.namelist() if "deploy_libs/" in name}
            wanted = {name: "DLLs" for name in inside if name.endswith(".pyd")}
            wanted |= {name: where for where, names in FROM_PANDA.items() for name in names}
            for name, where in wanted.items():
                (self.python / where / name).write_bytes(wheel.read(inside[name]))
        shutil.copytree(
            sysconfig.get_paths()["stdlib"],
            self.python / "Lib",
            ignore=shutil.ignore_patterns(*LEFT_OUT, "config-*"),
            dirs_exist_ok=True,
        )
        self._compile_python()
        for wheel_path in sorted((self._build / "wheels").glob("*.whl")):
            with zipfile.ZipFile(wheel_path) as wheel:
                wheel.extractall(packages)

    def _compile_python(self) -> None:
        dll = self.python / "python311.dll"
        self._write("python.manifest", MANIFEST)
        self._write("python.rc", '1 24 "python.manifest"\n')
        resource = self._build / "python.res"
        self._do("x86_64-w64-mingw32-windres", "python.rc", "-O", "coff", "-o", str(resource))
        self._compile(self.python / "python.exe", PYTHON_EXE, "-municode", str(resource), str(dll))
        # The stable ABI: python3.dll hands every call on to python311.dll.
        told = subprocess.run(
            ["x86_64-w64-mingw32-objdump", "-p", str(dll)],
            capture_output=True,
            encoding="utf-8",
            check=True,
        ).stdout.partition("[Ordinal/Name Pointer] Table")[2]
        names = sorted({line.split()[-1] for line in told.splitlines() if "Py" in line})
        exports = "".join(f"  {name} = python311.{name}\n" for name in names)
        self._write("python3.def", f"LIBRARY python3.dll\nEXPORTS\n{exports}")
        self._do(
            *(COMPILER, "-shared", "-nostdlib", "-nostartfiles", "-Wl,--entry=0"),
            *("-o", str(self.python / "python3.dll"), "python3.def"),
        )

    def _make_windows(self) -> None:
        tell("Making a Windows")
        shutil.rmtree(self.prefix, ignore_errors=True)
        self._do("wineboot", "-i")
        self._do("wine", "winecfg", "-v", "win10")
        system = self.prefix / "drive_c" / "windows" / "system32"
        self._compile(system / "bcryptprimitives.dll", BCRYPTPRIMITIVES, "-shared", "-ladvapi32")
        self._compile(system / "icuuc.dll", ICUUC, "-shared")
        (system / "whoami.exe").unlink(missing_ok=True)
        self._compile(system / "whoami.exe", WHOAMI, "-ladvapi32")
        self._compile(system / "mode.com", MODE)
        overrides = r"HKCU\Software\Wine\DllOverrides"
        self._do("wine", "reg", "add", overrides, "/v", "whoami.exe", "/d", "native", "/f")
        self._do("wineserver", "-w")
        (self.prefix / "ready").touch()

    def _write(self, name: str, text: str) -> None:
        (self._build / name).write_text(text, encoding="utf-8")

    def _compile(self, target: Path, source: str, *options: str) -> None:
        self._write(f"{target.stem}.c", source)
        first = [option for option in options if not option.startswith("-l")]
        last = [option for option in options if option.startswith("-l")]
        self._do(COMPILER, "-O2", "-o", str(target), f"{target.stem}.c", *first, *last)

    def _do(self, *command: str) -> None:
        done = subprocess.run(
            ["timeout", "--kill-after=10", "900", *command],
            cwd=self._build,
            env=self._environ,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
        if done.returncode:
            raise SetUpStopped(
                f"“{' '.join(command[:3])}” did not work:\n{last_lines(done.stdout)}"
            )


def _needs() -> list[str]:
    """All that the project and its tests want today; where it is another list, all is made anew."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *ONLY_ON_WINDOWS]
    for extra in project["optional-dependencies"].values():
        wanted += extra
    return [need for need in wanted if not need.startswith((*NOT_FOR_TESTS, "complaint-desk"))]


def drive(path: Path) -> str:
    """A path as a program under Wine sees it."""
    return "Z:" + str(path).replace("/", "\\")
