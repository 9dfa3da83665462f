"""What may be the name of a person."""

import unicodedata

import pytest

from core.person_names import is_person_name


@pytest.mark.parametrize(
    "name",
    [
        "Nguyễn Văn An",
        unicodedata.normalize("NFD", "Nguyễn Thị Hường"),
        "H’Hen Niê",
        "Y-Bhiăng Niê K'Đăm",
        "St. John Nguyễn",
        "Lò Thị Ỏ",
        "Ô Y",
        "Müller",
    ],
)
def test_names_people_have_are_taken(name):
    assert is_person_name(name)


@pytest.mark.parametrize(
    "name", ["", "A", "123", "An 2", "<b>An</b>", "Nguyễn_Văn", "...", "- -", "An@x.vn", "An (Bình)", "An/Bình", "=1+1"]
)
def test_what_is_no_name_is_refused(name):
    assert not is_person_name(name)
