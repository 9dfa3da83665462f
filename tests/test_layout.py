"""The house keeps its shape: the source roots, the promised files, small files, nothing of one machine in the locks."""

import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
ROOMS = ("departments", "home", "search", "services", "site", "tests", ".ci")
PROMISED = (
    *("manage.py", "pyproject.toml", "requirements.txt", "requirements-dev.txt", "Makefile", ".ci/run"),
    *("README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md", "LICENSE", "THIRD_PARTY_LICENSES"),
    *("publiccode.yml", ".env.example", ".editorconfig", "docs/operations.md", "docs/decisions"),
    *(
        "site/config",
        "site/core",
        "site/accounts",
        "site/api",
        "site/outbox",
        "home",
        "services",
        "departments",
        "search",
        "tests",
    ),
)
LONGEST_FILE = 300


def python_files() -> list[Path]:
    return [path for room in ROOMS for path in (ROOT / room).rglob("*.py") if "migrations" not in path.parts]


def test_site_is_a_source_root_and_never_a_package():
    assert not (ROOT / "site" / "__init__.py").exists(), "see docs/decisions/0001-site-is-a-source-root.md"


@pytest.mark.parametrize("name", PROMISED)
def test_promised_entry_exists(name):
    assert (ROOT / name).exists()


def test_every_file_is_short():
    lengths = {str(path.relative_to(ROOT)): len(path.read_text().splitlines()) for path in python_files()}
    assert {name: length for name, length in lengths.items() if length >= LONGEST_FILE} == {}


def test_every_file_with_code_says_first_what_it_is():
    silent = [
        path for path in python_files() if (text := path.read_text()).strip() and not text.startswith(('"""', "#!"))
    ]
    assert silent == []


@pytest.mark.parametrize("lock", ["requirements.txt", "requirements-dev.txt"])
def test_lock_names_packages_and_no_place_they_came_from(lock):
    lines = (ROOT / lock).read_text().splitlines()
    assert [line for line in lines if "://" in line or "index" in line or "find-links" in line] == []


def test_runtime_dependencies_stay_few():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    assert len(project["dependencies"]) <= 25
