"""What the packages say is said in Vietnamese too: every text of theirs that citizens and staff can meet."""

from django.utils.translation import trans_real

from tests.upstream import msgids


def is_translated(text: str) -> bool:
    """Whether the Vietnamese catalogues have it, as a sentence or with its plural."""
    words = trans_real.translation("vi")._catalog
    return any(key in words and words[key] for key in (text, (text, 0)))


def test_the_packages_are_read_at_all():
    found = {text for _file, text in msgids()}
    assert "The two password fields didn’t match." in found
    assert "You must type the same password each time." in found
    assert len(found) > 250


def test_every_text_of_the_packages_has_its_vietnamese_words():
    assert {text: file for file, text in msgids() if not is_translated(text)} == {}
