"""Every path, name and target that docs/developers speaks of exists."""

import importlib
import re
from pathlib import Path

import pytest
from django.core.management import get_commands

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "docs" / "developers"
PAGES = sorted(path.name for path in FOLDER.glob("*.md"))
OF_ANOTHER_DAY = {"house-before.md", "house.md"}
"""Pages whose figures name files that are gone; their links are judged all the same."""
OF_OTHERS = {"fuzzy"}
"""Words of tools that no file of ours needs."""
PACKAGES = ("accounts", "api", "config", "core", "departments", "home", "outbox", "search", "services", "tests")

LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
CODE = re.compile(r"`([^`\n]+)`")
BLOCK = re.compile(r"^```.*?^```", re.DOTALL | re.MULTILINE)
PATH = re.compile(r"(?!/)[\w.*-]*(?:/[\w.*-]+)+/?|[\w.-]+\.(?:py|md|toml|txt|yml)|Makefile|Procfile(?:\.\w+)?")
DOTTED = re.compile(rf"(?:{'|'.join(PACKAGES)})(?:\.(?![EWI]\d)\w+)+")
TARGET = re.compile(r"\bmake ((?:[a-z]+(?:-[a-z]+)*(?: |$))+)")
NAME_IN_FILE = re.compile(r"`([\w/.-]+\.py)` \(((?:`\w+`(?:, )?)+)\)")
NAME = re.compile(r"[A-Za-z]\w+")
COMMAND = re.compile(r"manage\.py (\w+)")
ANCHOR = re.compile(r"[^\w\- ]")


def text_of(page: str) -> str:
    return (FOLDER / page).read_text(encoding="utf-8")


def code_of(page: str) -> list[str]:
    """What stands between backticks outside of blocks."""
    return [] if page in OF_ANOTHER_DAY else CODE.findall(BLOCK.sub("", text_of(page)))


def anchors_of(path: Path) -> set[str]:
    titles = re.findall(r"^#+ (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    return {ANCHOR.sub("", title.lower()).replace(" ", "-") for title in titles}


def is_there(target: str) -> bool:
    name, _sign, anchor = target.partition("#")
    path = FOLDER / name if name else FOLDER
    return path.exists() and (not anchor or anchor in anchors_of(path))


def resolves(name: str) -> bool:
    """Whether a dotted name leads to a module, or to something in one."""
    parts = name.split(".")
    for length in range(len(parts), 0, -1):
        try:
            found = importlib.import_module(".".join(parts[:length]))
        except ModuleNotFoundError:
            continue
        for part in parts[length:]:
            found = getattr(found, part, None)
        return found is not None
    return False


def targets() -> set[str]:
    return set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))


def test_there_are_the_promised_pages():
    promised = {"README.md", "conventions.md", "glossary.md", "house.md", "how-to.md", "life-of.md"}
    assert promised | {"strangers-test.md", "troubleshooting.md"} <= set(PAGES)


@pytest.mark.parametrize("page", PAGES)
def test_every_link_leads_somewhere(page):
    links = [link for link in LINK.findall(text_of(page)) if "://" not in link and not link.startswith("mailto:")]
    own = [link if not link.startswith("#") else f"{page}{link}" for link in links]
    assert [link for link in own if not is_there(link)] == []


@pytest.mark.parametrize("page", PAGES)
def test_every_path_in_code_exists(page):
    paths = {code for code in code_of(page) if PATH.fullmatch(code)}
    assert [path for path in sorted(paths - {"__init__.py"}) if not any(ROOT.glob(path.rstrip("/")))] == []


@pytest.mark.parametrize("page", PAGES)
def test_every_dotted_name_can_be_imported(page):
    names = {code for code in code_of(page) if DOTTED.fullmatch(code)}
    assert [name for name in sorted(names) if not (is_file(name) or resolves(name))] == []


def is_file(name: str) -> bool:
    return (ROOT / name).exists()


@pytest.mark.parametrize("page", PAGES)
def test_every_target_and_command_exists(page):
    told = {name for words in TARGET.findall(" \n".join(code_of(page))) for name in words.split()}
    commands = {name for code in code_of(page) for name in COMMAND.findall(code)}
    assert told - targets() == set()
    assert commands - set(get_commands()) == set()


@pytest.mark.parametrize("page", PAGES)
def test_every_name_beside_a_file_stands_in_it(page):
    pairs = [(path, name) for path, names in NAME_IN_FILE.findall(text_of(page)) for name in CODE.findall(names)]
    assert [(path, name) for path, name in pairs if name not in words_in(ROOT / path)] == []


@pytest.mark.parametrize("page", PAGES)
def test_every_name_stands_somewhere_in_the_code(page, words_of_the_house):
    names = {code for code in code_of(page) if NAME.fullmatch(code)} - OF_OTHERS
    assert sorted(names - words_of_the_house) == []


@pytest.fixture(scope="module")
def words_of_the_house() -> set[str]:
    files = [
        path
        for name in ("departments", "home", "search", "services", "site", "tests")
        for path in (ROOT / name).rglob("*.py")
    ]
    return set().union(*map(words_in, [*files, ROOT / "pyproject.toml", ROOT / "Makefile"]))


def words_in(path: Path) -> set[str]:
    return set(NAME.findall(path.read_text(encoding="utf-8")))


def test_what_does_not_exist_is_found():
    assert not is_there("../../services/rules/no_such.py")
    assert not is_there("README.md#no-such-title")
    assert not resolves("services.rules.fees.no_such")
    assert not resolves("services.no_such.fees")
    assert resolves("services.rules.fees.payable")
