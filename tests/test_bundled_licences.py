"""The list of licences names what wheels bring along, and ends where nobody has looked."""

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
STATED = """License for "x" binary wheels: GPLv2, due to base library licenses.

Name: libheif
License: LGPLv3
Files: libheif.[dylib|so|dll]
  For details, see elsewhere

Name: x265
License: GPLv2
Files: libx265.[dylib|so|dll], libx265b.so
"""


@pytest.fixture(scope="module")
def bundled():
    spec = importlib.util.spec_from_file_location("bundled", ROOT / ".ci" / "bundled.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Wheel:
    """An installed package of these files."""

    def __init__(self, files: dict[str, str]) -> None:
        self.files = [File(path, text) for path, text in files.items()]


class File(str):
    __slots__ = ("text",)

    def __new__(cls, path: str, text: str):
        made = super().__new__(cls, path)
        made.text = text
        return made

    def read_text(self, encoding: str) -> str:
        return self.text


@pytest.fixture
def installed(bundled, monkeypatch):
    def install(files: dict[str, str]) -> None:
        monkeypatch.setattr(bundled.metadata, "distribution", lambda name: Wheel(files))

    return install


def test_library_is_named_with_the_terms_its_wheel_states(bundled, installed):
    installed({"x.libs/libx265-4883ecb5.so.217": "", "x-1.dist-info/licenses/LICENSES_bundled.txt": STATED})
    assert bundled.libraries("x") == [("x265", "GPLv2")]
    assert dict(bundled.statements(STATED)) == {"heif": "LGPLv3", "x265": "GPLv2", "x265b": "GPLv2"}


def test_library_nobody_knows_ends_the_program(bundled, installed):
    installed({"x.libs/libwobble-4883ecb5.so.1": ""})
    with pytest.raises(SystemExit, match="libwobble"):
        bundled.libraries("x")


@pytest.mark.parametrize("name", ["x-1.dist-info/licenses/other/GPL.txt", "x-1.dist-info/COPYING"])
def test_text_of_the_gpl_that_nobody_looked_at_ends_the_program(bundled, installed, name):
    installed({name: "GNU GENERAL PUBLIC LICENSE\nVersion 3"})
    with pytest.raises(SystemExit, match="GNU GPL"):
        bundled.copyleft("x")


def test_package_without_the_gpl_needs_no_word(bundled, installed):
    installed({"x-1.dist-info/licenses/LICENSE": "MIT", "x/licenses.py": "GPLv2"})
    assert bundled.copyleft("x") == ""


def test_list_names_the_codec_that_comes_with_the_cms():
    lines = (ROOT / "THIRD_PARTY_LICENSES").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if line.split() == ["pillow-heif", "x265", "GPLv2"]]


def test_no_code_of_ours_uses_it():
    folders = ("departments", "home", "search", "services", "site", "tests")
    words = ("import pillow" + "_heif", "from pillow" + "_heif")
    files = [path for folder in folders for path in (ROOT / folder).rglob("*.py")]
    assert [path for path in files if any(word in path.read_text(encoding="utf-8") for word in words)] == []


def test_cms_reads_its_pictures_without_it():
    program = """
import sys
sys.modules["pillow_heif"] = None
import willow.plugins.pillow
from PIL import Image
print(".heic" in Image.registered_extensions(), ".png" in Image.registered_extensions() or Image.init())
"""
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert told.stdout.split() == ["False", "True"]
