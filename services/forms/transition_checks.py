"""Promises of the table of transitions that `manage.py check` recites: no record lacks what the portal makes of it."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, register
from django.template import TemplateDoesNotExist
from django.template.loader import get_template
from django.utils import translation

from services.forms.desk.desk_actions import DESK_ACTIONS, DeskAction
from services.forms.messages.registry import LONGEST_SHORT
from services.forms.rules.transition_shapes import EventData
from services.forms.rules.transition_spec import NotificationType, Text, Transition, TransitionSpec
from services.forms.rules.transitions import TRANSITIONS
from services.forms.rules.workflow import Actor
from services.forms.slips.composing import BUILDERS
from services.forms.slips.wording import built_in_words

Table = Mapping[Transition, TransitionSpec]

KNOWN_KEYS = EventData.__annotations__.keys() | {"from", "to"}
"""Keys that those who read a history know."""


@register
def transitions_lack_nothing(**_kwargs: Any) -> list[CheckMessage]:
    """Return an error for each gap of the table: words, a letter, a slip or an action that a transition lacks."""
    hint = "The records are in services/forms/rules/state_changes.py and recorded_events.py."
    return [Error(gap, hint=hint, id="service_forms.E004") for gap in gaps(TRANSITIONS, DESK_ACTIONS)]


def gaps(table: Table, actions: Iterable[DeskAction]) -> list[str]:
    """Return what the table lacks, each gap after the name of its transition."""
    actions = list(actions)
    found = [*_names(table), *_unknown(table, actions)]
    for name, spec in table.items():
        parts = (_texts(spec), _letter(spec), _slip(spec), _office(spec, actions), _shape(spec))
        found += [f"{name}: {gap}" for part in parts for gap in part]
    return found


def _names(table: Table) -> Iterator[str]:
    yield from (f"{name}: it has no record" for name in Transition if name not in table)
    for name, spec in table.items():
        if name not in frozenset(Transition):
            yield f"{name}: Transition has no such name"
        if name != spec.name:
            yield f"{name}: its record is that of {spec.name}"


def _unknown(table: Table, actions: Iterable[DeskAction]) -> Iterator[str]:
    """Yield names of transitions that the table does not know."""
    for spec in table.values():
        if spec.same_text_as and spec.same_text_as not in table:
            yield f"{spec.name}: {spec.same_text_as}, whose text holds for it, has no record"
    for action in actions:
        for name in action.transitions:
            if name not in table:
                yield f"{name}: the desk's action {action.name} makes it, but it has no record"


def _texts(spec: TransitionSpec) -> Iterator[str]:
    for whose, text in (("citizen", spec.citizen_text), ("officer", spec.officer_text)):
        if not str(text):
            yield f"it has no text for the {whose}"
        elif not is_translated(text):
            yield f"its text for the {whose} has no Vietnamese translation"


def is_translated(text: Text) -> bool:
    """Return whether a text of the code has Vietnamese words."""
    with translation.override(None):
        message = str(text)
    with translation.override(settings.LANGUAGE_CODE):
        return str(text) != message


def _letter(spec: TransitionSpec) -> Iterator[str]:
    notification = spec.notification
    if notification is None:
        if spec.to is not None:
            yield "it changes the state, and its owner is told nothing"
        return
    for language, _name in settings.LANGUAGES:
        if not _exists(f"emails/submissions/{language}/{notification.letter}.txt"):
            yield f"its letter {notification.letter} has no template in {language}"
    yield from _short_words(notification)
    if notification.dated and notification.dated_by not in spec.data.__annotations__:
        yield f"its short message tells {notification.dated_by}, which its data do not hold"


def _short_words(notification: NotificationType) -> Iterator[str]:
    texts = [notification.short, notification.dated] if notification.dated else [notification.short]
    for text in texts:
        if not is_translated(text):
            yield "its short message has no Vietnamese translation"
        for language, _name in settings.LANGUAGES:
            with translation.override(language):
                words = str(text).replace("%(date)s", "00/00/0000")
            if len(words) > LONGEST_SHORT:
                yield f"its short message is longer than {LONGEST_SHORT} characters in {language}"


def _exists(template: str) -> bool:
    try:
        get_template(template)
    except TemplateDoesNotExist:
        return False
    return True


def _slip(spec: TransitionSpec) -> Iterator[str]:
    if spec.slip and spec.slip.value not in built_in_words()["kinds"]:
        yield f"its slip {spec.slip.value} has no words"
    if spec.slip and spec.slip not in BUILDERS:
        yield f"its slip {spec.slip.value} has nothing that composes it"


def _office(spec: TransitionSpec, actions: Iterable[DeskAction]) -> Iterator[str]:
    is_by_officers = Actor.OFFICER in spec.by
    if is_by_officers and not any(spec.name in action.transitions for action in actions):
        yield "officers make it, and the desk has no action for it"
    if is_by_officers and not spec.roles:
        yield "officers make it, and no role may"
    if spec.roles and not is_by_officers:
        yield "roles of officers may make it, and officers do not"


def _shape(spec: TransitionSpec) -> Iterator[str]:
    if unknown := spec.data.__annotations__.keys() - KNOWN_KEYS:
        yield f"nobody reads {', '.join(sorted(unknown))} of its data: EventData lacks it"
