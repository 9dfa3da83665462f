"""A PostgreSQL of the tests' own: an empty one, or one that begins where another one stopped."""

import os
import pwd
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import IO, Any

import pytest

UNPRIVILEGED = ("postgres", "nobody")
"""PostgreSQL refuses to run as root; these accounts stand in, the first that exists."""


def find_programs() -> Path | None:
    """The folder with initdb and pg_ctl: Debian keeps it off the PATH; the newest version wins."""
    if on_path := shutil.which("pg_ctl"):
        return Path(on_path).resolve().parent
    installed = Path("/usr/lib/postgresql").glob("*/bin/pg_ctl")
    return max((path.parent for path in installed), key=lambda folder: float(folder.parent.name), default=None)


def unprivileged_account() -> str:
    """An account PostgreSQL may run as when the tests run as root."""
    known = {entry.pw_name for entry in pwd.getpwall()}
    return next(name for name in UNPRIVILEGED if name in known)


class Server:
    """A PostgreSQL in a temporary folder, reached through a socket there; it writes nothing twice and goes with us."""

    def __init__(self, programs: Path) -> None:
        self.programs = programs
        self.folder = Path(tempfile.mkdtemp(prefix="portal-", dir="/tmp"))  # a socket's path has at most 107 bytes
        self.account = unprivileged_account() if os.geteuid() == 0 else None
        if self.account:
            shutil.chown(self.folder, self.account, pwd.getpwnam(self.account).pw_gid)

    @property
    def url(self) -> str:
        """The address in the form of DATABASE_URL."""
        return f"postgres://portal@/portal?host={self.folder}"

    def start(self, archive: Path | None = None) -> None:
        """Start with what another one kept, or with an empty cluster (UTF-8, the C order of letters)."""
        if archive:
            with archive.open("rb") as kept:
                self.run(["tar", "--extract"], stdin=kept)
        else:
            self.call("initdb", "--username=portal", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync")
        self.start_again()
        if archive is None:
            self.run([str(self.programs / "createdb"), f"--host={self.folder}", "--username=portal", "portal"])

    def start_again(self) -> None:
        """Start what stands there, without waiting for the disk."""
        options = f"-F -c listen_addresses='' -c full_page_writes=off -c synchronous_commit=off -k {self.folder}"
        self.call("pg_ctl", "--wait", "--silent", f"--log={self.folder / 'log'}", f"--options={options}", "start")

    def stop(self) -> None:
        """Stop the server, if it ever started, and remove its folder."""
        if (self.folder / "data" / "postmaster.pid").exists():
            self.call("pg_ctl", "--wait", "--silent", "--mode=immediate", "stop")
        shutil.rmtree(self.folder, ignore_errors=True)

    def keep(self, archive: Path) -> None:
        """Stop in good order and put what there is into an archive."""
        self.call("pg_ctl", "--wait", "--silent", "--mode=fast", "stop")
        with archive.open("wb") as kept:
            self.run(["tar", "--create", "data"], stdout=kept)

    def call(self, program: str, *arguments: str) -> None:
        """Run one of PostgreSQL's programs on our data folder."""
        self.run([str(self.programs / program), f"--pgdata={self.folder / 'data'}", *arguments])

    def run(self, command: list[str], *, stdin: IO[bytes] | int = subprocess.DEVNULL, **streams: IO[bytes]) -> None:
        """Run a program in our folder as somebody who is not root; UsageError with its words when it fails."""
        account: dict[str, Any] = {}
        if self.account:
            account = {"user": self.account, "group": pwd.getpwnam(self.account).pw_gid, "extra_groups": []}
        told = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | streams
        result = subprocess.run(command, cwd=self.folder, stdin=stdin, check=False, **told, **account)
        if result.returncode:
            words = (result.stderr or result.stdout or b"").decode(errors="replace")
            raise pytest.UsageError(f"{Path(command[0]).name} failed: {words}")
