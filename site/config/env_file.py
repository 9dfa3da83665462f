"""The file .env: a variable a line, as people and Windows editors write one.

`NAME=value` or `export NAME = "value"`; lines that begin with # say something to people, and so does what follows a
blank and a #. In quotes everything is the value. What is set in the environment already wins.
"""

import re
from collections.abc import MutableMapping
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

_LINE = re.compile(r"(?:export\s+)?([A-Za-z_][A-Za-z0-9_]*)\s*=\s*(.*)")
_QUOTED = re.compile(r"""(?:'([^']*)'|"((?:[^"\\]|\\.)*)")(?:\s+#.*)?""")
_COMMENT = re.compile(r"(?:^|\s+)#.*")
_ESCAPED = re.compile(r"\\([^nrt])")


def read_env_file(path: Path, environment: MutableMapping[str, str]) -> None:
    """Add what the file sets; nothing when there is none. ImproperlyConfigured names the line that cannot be read."""
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except OSError:
        return
    except UnicodeDecodeError:
        raise ImproperlyConfigured(f"{path.name} must be saved as UTF-8.") from None
    for number, line in enumerate(lines, start=1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        found = _LINE.fullmatch(line.strip())
        if found is None:
            raise ImproperlyConfigured(f"Line {number} of {path.name} is neither NAME=value nor a comment.")
        environment.setdefault(found[1], _value(found[2]))


def _value(text: str) -> str:
    if quoted := _QUOTED.fullmatch(text):
        plain, escaped = quoted.groups()
        return _ESCAPED.sub(r"\1", escaped) if plain is None else plain
    return _COMMENT.sub("", text)
