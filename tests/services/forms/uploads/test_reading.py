"""PDF and Office files are read by processes of their own, which are confined and say their reason."""

import json
import subprocess
import sys

import pytest

from services.forms.uploads import office_reading, pdf_reading, sandbox, stripping
from services.forms.uploads.exceptions import Refusal
from services.forms.uploads.kinds import BY_NAME, check
from tests.services.forms.uploads import office, pdfs

LOCKED = pdfs.locked()
SOUND = {"pdf": pdfs.pdf(), "docx": office.word(), "xlsx": office.sheet()}
BAD = {
    "pdf": (pdfs.drawn(b"/OpenAction << /S /URI /URI (https://x.example) >>"), "acts_by_itself"),
    "docx": (office.link("javascript:a"), "unsafe_link"),
    "xlsx": (office.formula('WEBSERVICE("https://x.example")'), "fetches_content"),
}


@pytest.mark.parametrize("kind", SOUND)
def test_sound_file_passes_its_process(kind):
    check(SOUND[kind], BY_NAME[kind])


@pytest.mark.parametrize("kind", BAD)
def test_process_says_its_reason(kind):
    data, code = BAD[kind]
    with pytest.raises(Refusal, match=f"^{code}$"):
        check(data, BY_NAME[kind])


@pytest.mark.parametrize("data", [LOCKED, *SOUND.values()], ids=["locked", *SOUND])
@pytest.mark.parametrize("breakdown", ["import os; os.abort()", "raise SystemExit(1)"])
def test_file_whose_process_breaks_down_is_refused_without_blame(monkeypatch, data, breakdown):
    monkeypatch.setattr(sandbox, "_PROGRAM", breakdown)
    kind = next((kind for kind, sound in SOUND.items() if sound == data), "pdf")
    with pytest.raises(Refusal, match="not_checked"):
        check(data, BY_NAME[kind])


def test_process_that_takes_too_long_is_ended_without_blame(monkeypatch):
    monkeypatch.setattr(sandbox, "_PROGRAM", "import time; time.sleep(60)")
    monkeypatch.setattr(sandbox, "PATIENCE", 0.2)
    with pytest.raises(Refusal, match="not_checked"):
        check(SOUND["docx"], BY_NAME["docx"])


def test_process_knows_no_secret(monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "canary")
    monkeypatch.setattr(sandbox, "_PROGRAM", "import os, sys; sys.stdin.read(); print(sorted(os.environ.values()))")
    _refused, told = sandbox.run_alone("any", data=b"x", with_packages=True)
    assert b"canary" not in told


@pytest.mark.parametrize("megabytes", [reader.MEMORY for reader in (pdf_reading, office_reading, stripping)])
def test_process_is_given_limits_by_the_system(megabytes):
    program = f"""
import json, resource, sys
sys.path.append(sys.argv[1])
from services.forms.uploads.sandbox import confine
confine({megabytes})
print(json.dumps([resource.getrlimit(getattr(resource, name)) for name in sys.argv[2:]]))
"""
    names = ["RLIMIT_AS", "RLIMIT_CPU", "RLIMIT_FSIZE", "RLIMIT_NPROC", "RLIMIT_CORE"]
    told = subprocess.run(
        [sys.executable, "-c", program, str(sandbox.ROOT), *names], capture_output=True, text=True, check=True
    )
    most = [megabytes * sandbox.MEGABYTE, sandbox.SECONDS, 0, 0, 0]
    assert json.loads(told.stdout) == [[limit, limit] for limit in most]
    assert megabytes <= 512


@pytest.mark.parametrize("reader", [pdf_reading, office_reading, stripping])
def test_reader_is_confined_before_it_reads(monkeypatch, reader):
    order = []

    class Input:
        class buffer:
            @staticmethod
            def read():
                order.append("read")
                return b""

    monkeypatch.setattr(reader, "confine", lambda megabytes: order.append("confined"))
    monkeypatch.setattr(sys, "stdin", Input)
    assert (
        reader.main(
            *({"pdf_reading": [], "office_reading": ["docx"], "stripping": ["jpg"]}[reader.__name__.split(".")[-1]])
        )
        == 3
    )
    assert order == ["confined", "read"]
