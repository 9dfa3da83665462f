"""The file .env as people write it, on whatever machine."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from config.env_file import read_env_file


def read(tmp_path, content: str | bytes, **already: str) -> dict[str, str]:
    path = tmp_path / ".env"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    environment = dict(already)
    read_env_file(path, environment)
    return environment


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("A=b", "b"),
        ("A=", ""),
        ("export A=b", "b"),
        ("  A = b  ", "b"),
        ("A='b c'", "b c"),
        ('A="b c"', "b c"),
        (r'A="b \"c\" \\ \n"', 'b "c" \\ \\n'),
        ("A=b # what it is for", "b"),
        ("A='b # c' # what it is for", "b # c"),
        ("A=# nothing yet", ""),
        ("A=b#c", "b#c"),
        ("A=$b", "$b"),
        ("A=b=c", "b=c"),
        ("A=postgres://a:b%23@c/d?e=f", "postgres://a:b%23@c/d?e=f"),
        ("A='it''s", "'it''s"),
    ],
)
@pytest.mark.parametrize("end", ["", "\n", "\r\n", "\r"])
def test_line_is_understood(tmp_path, line, value, end):
    assert read(tmp_path, line + end) == {"A": value}


def test_comments_and_empty_lines_say_nothing(tmp_path):
    assert read(tmp_path, "# A=b\n\n   \n  # words\nB=c\r\n") == {"B": "c"}


def test_file_of_a_windows_editor_is_understood(tmp_path):
    assert read(tmp_path, "\ufeffA=Thanh Hóa\r\nB=c\r\n") == {"A": "Thanh Hóa", "B": "c"}


def test_what_is_set_already_wins(tmp_path):
    assert read(tmp_path, "A=b\nC=d", A="x") == {"A": "x", "C": "d"}


@pytest.mark.parametrize("line", ["A: mat-khau", "mat-khau", "1A=b", "A-B=c"])
def test_line_that_cannot_be_read_is_named_by_its_number(tmp_path, line):
    with pytest.raises(ImproperlyConfigured, match=r"^Line 2 of \.env ") as refused:
        read(tmp_path, f"A=b\n{line}\n")
    assert "mat-khau" not in str(refused.value)


def test_file_in_another_encoding_is_refused_in_words(tmp_path):
    with pytest.raises(ImproperlyConfigured, match="UTF-8"):
        read(tmp_path, "A=Thanh Hóa".encode("utf-16"))


def test_without_a_file_nothing_changes(tmp_path):
    environment: dict[str, str] = {}
    read_env_file(tmp_path / "none", environment)
    assert environment == {}
