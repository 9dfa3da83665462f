"""Words of the packages the portal stands on: keeps site/locale_upstream, which says in Vietnamese what they do not.

`make messages` runs it. What a package lacks in Vietnamese appears in the catalogue without words; what it says badly
is written into the catalogue by hand and stays. What no package asks for any more leaves.
"""

import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import polib

ROOT = Path(__file__).resolve().parents[1]
CATALOGUES = ROOT / "site" / "locale_upstream" / "vi" / "LC_MESSAGES"
DOMAINS = ("django", "djangojs")
HEADER = "Vietnamese words that the packages below the portal lack, or that it says otherwise; kept by `make messages`."
METADATA = {
    "Language": "vi",
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
    "Plural-Forms": "nplurals=1; plural=0;",
}
NOT_INSTALLED = ("django_filters",)
"""Packages whose words the admin shows although they are no application, so that Django does not read their own."""
FROM_ENGLISH = ("en", "de")
"""Where the texts of a package are read: its English catalogue, or one into a language everybody translates to."""
NEVER_SHOWN = {"tests", "management", "migrations", "socialaccount", "webauthn", "idp", "headless", "openid"}
"""Folders with words nobody meets here: command lines, and ways in that are not installed."""
OWN_TEMPLATES = {"allauth", "django_filters"}
"""Packages whose pages and letters are not used or written anew here; only the messages they flash are theirs."""

Key = tuple[str | None, str]


def update() -> None:
    """Write every catalogue anew."""
    for domain in DOMAINS:
        merged(domain).save(str(CATALOGUES / f"{domain}.po"))


def faults() -> list[str]:
    """Return what the catalogues lack, or keep although no package asks for it."""
    found = []
    for domain in DOMAINS:
        wanted, kept = {key(entry) for entry in merged(domain)}, set(keyed(CATALOGUES / f"{domain}.po"))
        found += [f"{domain}: not in locale_upstream: {name[1]!r}" for name in sorted(wanted - kept, key=str)]
        found += [f"{domain}: no package lacks it any more: {name[1]!r}" for name in sorted(kept - wanted, key=str)]
    return found


def merged(domain: str) -> polib.POFile:
    """Return the catalogue as it should be: what is kept, and without words what the packages lack."""
    kept, theirs = keyed(CATALOGUES / f"{domain}.po"), translated(domain)
    catalogue = polib.POFile(wrapwidth=0)
    catalogue.header, catalogue.metadata = HEADER, METADATA
    for package, entry in shown(domain):
        name = key(entry)
        ours = words(kept[name]) if name in kept else ""
        is_said_otherwise = bool(ours) and ours != theirs.get(name)
        if is_said_otherwise or name not in theirs:
            catalogue.append(kept_entry(package, entry, ours))
    return catalogue


def kept_entry(package: str, entry: polib.POEntry, msgstr: str) -> polib.POEntry:
    """Return an entry of our catalogue: the text a package asks for, whose it is, and the Vietnamese of it."""
    text = {"msgstr_plural": {0: msgstr}} if entry.msgid_plural else {"msgstr": msgstr}
    return polib.POEntry(
        comment=package,
        msgctxt=entry.msgctxt,
        msgid=entry.msgid,
        msgid_plural=entry.msgid_plural,
        flags=[flag for flag in entry.flags if flag != "fuzzy"],
        **text,
    )


def shown(domain: str) -> Iterator[tuple[str, polib.POEntry]]:
    """Every text of the installed packages that somebody can meet, once, with the package it is first found in."""
    seen: set[Key] = set()
    for package, folder in packages():
        paths = [folder / "locale" / language / "LC_MESSAGES" / f"{domain}.po" for language in FROM_ENGLISH]
        for name, entry in keyed(next(filter(Path.exists, paths), paths[0])).items():
            if name not in seen and is_met(package, entry):
                seen.add(name)
                yield package, entry


def is_met(package: str, entry: polib.POEntry) -> bool:
    """Tell whether some place that asks for this text is part of the portal."""
    places = [set(Path(place).parts) for place, _ in entry.occurrences]
    if package in OWN_TEMPLATES:
        places = [place for place in places if "templates" not in place or "messages" in place]
    return any(not place & NEVER_SHOWN for place in places)


def translated(domain: str) -> dict[Key, str]:
    """Return what the packages say in Vietnamese themselves; the first one installed wins, as Django has it."""
    found: dict[Key, str] = {}
    for _, folder in packages():
        path = folder / "locale" / "vi" / "LC_MESSAGES" / f"{domain}.po"
        for name, entry in keyed(path).items():
            if entry.translated():
                found.setdefault(name, words(entry))
    return found


def packages() -> Iterator[tuple[str, Path]]:
    """The installed applications that are not ours, in the order Django asks them in, then Django itself."""
    sys.path[:0] = [str(ROOT / "site"), str(ROOT)]
    from config.settings.base import INSTALLED_APPS  # noqa: PLC0415 (the source roots are on the path only now)

    for name in [*(app for app in INSTALLED_APPS if ".apps." not in app), *NOT_INSTALLED, "django.conf"]:
        spec = find_spec(name)
        if spec and spec.origin:
            yield name, Path(spec.origin).parent


def keyed(path: Path) -> dict[Key, polib.POEntry]:
    """Return the entries of a catalogue by their key; none when there is no such file."""
    entries = polib.pofile(str(path), wrapwidth=0) if path.exists() else ()
    return {key(entry): entry for entry in entries if not entry.obsolete}


def key(entry: polib.POEntry) -> Key:
    """Return what Django looks a text up by."""
    return (entry.msgctxt, entry.msgid)


def words(entry: polib.POEntry) -> str:
    """Return the one Vietnamese form of a text."""
    return entry.msgstr_plural.get(0, "") if entry.msgid_plural else entry.msgstr
