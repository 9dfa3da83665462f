"""What nobody has heard of yet is refused: the lists say what may be, not what may not."""

import io
import zipfile

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from services.forms.uploads import office_reading, pdf_reading
from services.forms.uploads.exceptions import Refusal
from services.forms.uploads.office_fields import FIELDS, check_instruction
from services.forms.uploads.office_formulas import FUNCTIONS, check_formula
from services.forms.uploads.office_parts import INNER, PICTURES, PLAIN_PARTS, RELATIONS, XML_PARTS
from services.forms.uploads.pdf_rules import ACTIONS, ANNOTATIONS
from tests.services.forms.uploads import office, pdfs, samples

LETTERS = st.text("abcdefghijklmnopqrstuvwxyz", min_size=2, max_size=12)
TYPES = st.one_of(
    LETTERS.map(lambda name: f"application/vnd.{name}+xml"),
    LETTERS.map(lambda name: f"application/vnd.openxmlformats-officedocument.wordprocessingml.{name}+xml"),
    LETTERS.map(lambda name: f"application/vnd.ms-office.{name}"),
    LETTERS.map(lambda name: f"image/{name}"),
    st.just(""),
)
KNOWN = XML_PARTS | PLAIN_PARTS | PICTURES | set(INNER)
GOOD = [office.word("<w:p/>"), samples.word(), office.sheet(), samples.sheet()]


def with_part(data: bytes, name: str, kind: str, content: bytes) -> bytes:
    """The same file with a part more."""
    with zipfile.ZipFile(io.BytesIO(data)) as made:
        parts = {found: made.read(found) for found in made.namelist()}
    listed = f'<Override PartName="/{name}" ContentType="{kind}"/></Types>'.encode()
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(b"</Types>", listed)
    return samples.archive(parts | {name: content})


@given(data=st.sampled_from(GOOD), name=LETTERS, kind=TYPES, content=st.binary(max_size=40))
def test_file_with_a_part_of_an_unknown_kind_is_never_taken(data, name, kind, content):
    assume(kind not in KNOWN)
    main = "docx" if b"word/document.xml" in data else "xlsx"
    with pytest.raises(Refusal):
        office_reading.judge(with_part(data, f"word/{name}.dat", kind, content), main)


@given(kind=LETTERS, target=LETTERS, mode=st.sampled_from(["Internal", "External", ""]))
def test_file_with_a_relation_of_an_unknown_kind_is_never_taken(kind, target, mode):
    assume(kind not in RELATIONS)
    with pytest.raises(Refusal):
        office_reading.judge(office.word("", office.rel(kind, target, mode)), "docx")


@given(name=LETTERS)
def test_field_of_an_unknown_name_is_never_taken(name):
    assume(name.upper() not in FIELDS)
    with pytest.raises(Refusal):
        check_instruction(f" {name} a")


@given(name=LETTERS)
def test_function_of_an_unknown_name_is_never_taken(name):
    assume(name.upper() not in FUNCTIONS)
    with pytest.raises(Refusal):
        check_formula(f"1+{name}(A1)")


@given(name=LETTERS.map(str.title), place=st.sampled_from(["opened", "clicked", "seen", "noted"]))
def test_action_or_note_of_an_unknown_kind_is_never_taken(name, place):
    assume(f"/{name}" not in ACTIONS and f"/{name}" not in ANNOTATIONS)
    action = b"<< /S /%s >>" % name.encode()
    made = {
        "opened": pdfs.drawn(b"/OpenAction " + action),
        "clicked": pdfs.drawn(page=b"/Annots [<< /Subtype /Link /A %s >>]" % action),
        "seen": pdfs.drawn(page=b"/AA << /O %s >>" % action),
        "noted": pdfs.drawn(page=b"/Annots [<< /Subtype /%s >>]" % name.encode()),
    }
    with pytest.raises(Refusal):
        pdf_reading.judge(made[place])


def test_the_lists_hold_nothing_that_runs():
    assert not FIELDS & {
        "DDE",
        "DDEAUTO",
        "INCLUDETEXT",
        "INCLUDEPICTURE",
        "LINK",
        "EMBED",
        "MACROBUTTON",
        "PRINT",
        "RD",
    }
    assert not FUNCTIONS & {
        "WEBSERVICE",
        "CALL",
        "EXEC",
        "REGISTER",
        "REGISTER.ID",
        "RTD",
        "IMAGE",
        "SQL.REQUEST",
        "PY",
    }
    assert not RELATIONS & {
        "oleobject",
        "afchunk",
        "vbaproject",
        "externallink",
        "connections",
        "control",
        "subdocument",
    }
    assert set(ACTIONS) == {"/GoTo", "/Named", "/URI", "/ResetForm"}
