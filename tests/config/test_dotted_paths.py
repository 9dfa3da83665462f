"""Whatever a setting names by its dotted path is there: a moved module would be noticed only when it is needed."""

import re
from collections.abc import Iterator
from importlib import import_module
from typing import Any

import pytest
from django.apps import apps
from django.conf import settings
from django.utils.module_loading import import_string

OURS = ("accounts", "api", "config", "core", "departments", "home", "outbox", "search", "services")
PATH = re.compile(rf"(?:{'|'.join(OURS)})(?:\.[A-Za-z_]\w*)+")


def paths(value: Any) -> Iterator[str]:
    """The texts in a setting that look like paths of our own modules."""
    if isinstance(value, str) and PATH.fullmatch(value):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from paths(key)
            yield from paths(inner)
    elif isinstance(value, list | tuple | set | frozenset):
        for inner in value:
            yield from paths(inner)


NAMED = sorted({(name, path) for name in dir(settings) if name.isupper() for path in paths(getattr(settings, name))})


def is_there(path: str) -> bool:
    """Whether a module, something in one, or a model is called so."""
    for load in (import_module, import_string, apps.get_model):
        try:
            load(path)
        except (ImportError, LookupError, ValueError):
            continue
        return True
    return False


def test_what_is_not_there_is_noticed():
    assert not any(map(is_there, ("core.nothing", "core.text.nothing", "services.NothingPage", "nothing.at.all")))


def test_settings_name_some():
    assert len(NAMED) > 40


@pytest.mark.parametrize(("name", "path"), NAMED)
def test_what_a_setting_names_is_there(name, path):
    assert is_there(path), f"{name} names {path}"
