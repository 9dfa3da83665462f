"""Interface texts: extracts msgids into the Vietnamese catalogue and compiles every catalogue; --check only compares.

Usage: python .ci/messages.py [--check]

Extraction goes to site/locale alone. The second catalogue named in LOCALE_PATHS holds words for the packages below:
upstream_messages.py keeps its msgids, and it must be complete too.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import polib
import upstream_messages

ROOT = Path(__file__).resolve().parents[1]
CATALOGUE = Path("site/locale/vi/LC_MESSAGES/django.po")
SHOWN = 20
"""How many faults are worth reading at once."""
NOT_SOURCE = shutil.ignore_patterns(".*", "var", "tests", "docs", "node_modules", "__pycache__", "*.mo")


def main(arguments: list[str]) -> None:
    """Update the catalogues, or with --check end with a list of what is out of date."""
    if "--check" not in arguments:
        extract(ROOT)
        tidy(ROOT / CATALOGUE)
        upstream_messages.update()
        for path in catalogues():
            polib.pofile(str(path)).save_as_mofile(str(path.with_suffix(".mo")))
        return
    faults = [*(fault for path in catalogues() for fault in faults_of(path)), *upstream_messages.faults()]
    if shutil.which("xgettext"):
        faults += differences()
    elif os.environ.get("CI"):
        faults.append("gettext is missing: apt-get install gettext")
    else:
        print("⚠ LEFT OUT: whether all texts are extracted. For it: apt-get install gettext")
    if faults:
        shown = [*faults[:SHOWN], *([f"… and {len(faults) - SHOWN} more"] if len(faults) > SHOWN else [])]
        raise SystemExit("✗ Interface texts (run: make messages, then translate):\n  " + "\n  ".join(shown))


def catalogues() -> list[Path]:
    """Return every catalogue of this repository."""
    return sorted((ROOT / "site").glob("*/*/LC_MESSAGES/*.po"))


def extract(root: Path) -> None:
    """Run makemessages in the tree at `root`."""
    if not shutil.which("xgettext"):
        raise SystemExit("✗ Cần gettext / gettext is needed: apt-get install gettext")
    (root / CATALOGUE).parent.mkdir(parents=True, exist_ok=True)
    options = ["--locale=vi", "--no-obsolete", "--no-wrap", "--add-location=file", "--verbosity=0"]
    ignored = [f"--ignore={name}" for name in ("var", "tests", "docs", "node_modules")]
    settings = os.environ | {"DJANGO_SETTINGS_MODULE": "config.settings.test"}
    subprocess.run(
        [sys.executable, "manage.py", "makemessages", *options, *ignored], cwd=root, env=settings, check=True
    )


def tidy(path: Path) -> None:
    """Give the catalogue a plain head, without the hour of extraction that would change it when no text has."""
    catalogue = polib.pofile(str(path), wrapwidth=0)
    catalogue.header = "Vietnamese words of the portal; written by `make messages`, translated by hand."
    catalogue.metadata = {
        "Language": "vi",
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": "nplurals=1; plural=0;",
    }
    catalogue.metadata_is_fuzzy = False
    for entry in catalogue:
        if entry.msgid_plural:
            entry.msgstr_plural = {0: entry.msgstr_plural[0]}  # Vietnamese has one form
    catalogue.save()


def faults_of(path: Path) -> list[str]:
    """Return what is untranslated, unsure or not compiled in one catalogue."""
    catalogue, name = polib.pofile(str(path)), path.relative_to(ROOT)
    faults = [f"{name}: not translated: {entry.msgid!r}" for entry in catalogue.untranslated_entries()]
    faults += [f"{name}: fuzzy: {entry.msgid!r}" for entry in catalogue.fuzzy_entries()]
    compiled = path.with_suffix(".mo")
    if not compiled.exists() or words(polib.mofile(str(compiled))) != words(catalogue):
        faults.append(f"{compiled.relative_to(ROOT)}: not compiled from the catalogue beside it")
    return faults


def differences() -> list[str]:
    """Msgids that stand in the source but not in the catalogue, and the other way round."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "copy"
        shutil.copytree(ROOT, copy, ignore=NOT_SOURCE)
        extract(copy)
        source = msgids(copy / CATALOGUE)
    kept = msgids(ROOT / CATALOGUE)
    return [f"not in the catalogue: {msgid!r}" for _, msgid, _ in sorted(source - kept, key=str)] + [
        f"no longer in the source: {msgid!r}" for _, msgid, _ in sorted(kept - source, key=str)
    ]


def words(catalogue: polib.POFile | polib.MOFile) -> dict[tuple, tuple[str, str]]:
    """Return what a compiled catalogue answers: key → translations."""
    return {key(entry): (entry.msgstr, str(entry.msgstr_plural)) for entry in catalogue.translated_entries()}


def msgids(path: Path) -> set[tuple]:
    """Return the keys of a catalogue; none when there is no such file."""
    return {key(entry) for entry in polib.pofile(str(path)) if not entry.obsolete} if path.exists() else set()


def key(entry: polib.POEntry) -> tuple:
    """Return what makes an entry unique."""
    return (entry.msgctxt, entry.msgid, entry.msgid_plural)


if __name__ == "__main__":
    main(sys.argv[1:])
