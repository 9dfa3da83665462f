"""A step of a form as a page: fields with stable names, repeated blocks, conditions inside the page.

Names: the key of the question; `<key>-province`, `-ward`, `-street` for an address, with the button `<key>-wards` that
lists the wards of another province; `<key>-confirmed` to confirm a number in doubt; `<key>_day`, `_month`, `_year` for
a date; `<group>-<n>-<key>` inside a group, with the hidden `<group>-count` and the buttons `<group>-add` and
`<group>-remove-<n>`, which work without JavaScript and judge nothing. Whatever the page might ask is on it; what
depends on another answer of the same page says when, and is judged only then: nothing hidden is ever demanded.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _

from core.forms import PortalForm, numbers
from services.forms.answering.fields import (
    confirmation_field,
    confirmation_name,
    fields_of,
    initial_of,
    names_of,
    raw_of,
    wards_name,
)
from services.forms.answering.flow import relevant_answers_before, remaining_condition
from services.forms.answering.groups import (
    add_name,
    blocks_to_show,
    count_name,
    may_grow,
    may_shrink,
    posted_count,
    press_of,
    remove_name,
)
from services.forms.answering.page_layout import Block, Item, WardList
from services.forms.answering.plausibility import DOUBT
from services.forms.answering.validation import ValidationResult, validate_step
from services.forms.definition.administrative_units import wards_of
from services.forms.definition.answer_rules import plain_line
from services.forms.definition.answers import Answer, Answers
from services.forms.definition.conditions import Condition, as_json, holds
from services.forms.definition.confirmations import CONFIRMED
from services.forms.definition.provinces import HOME, province
from services.forms.definition.questions import Form, Kind, Question, Step
from services.forms.definition.sentences import questions_of, sentence


class StepForm(PortalForm):
    """The fields of one step. After `is_valid`, `answers` are to be stored; places in `dropped` do not count."""

    template_name = "services/forms/questions.html"

    def __init__(
        self,
        form: Form,
        step: Step,
        *,
        answers: Mapping[str, Answer],
        data: Mapping[str, object] | None = None,
        prefix: str = "",
        complete: bool = True,
        files: Mapping[str, list[str]] | None = None,
    ) -> None:
        self.form, self.step, self.stored = form, step, answers
        self.complete, self.given_files = complete, files
        self.checked = ValidationResult()
        self.known = relevant_answers_before(form, step, answers)
        self.left: dict[str, Condition] = {}
        self.page = list(self._on_page(step.questions)) if holds(step.shown_when, self.known) else []
        self.inner = {
            each.key: list(self._on_page(each.questions, self.page[:number])) for number, each in enumerate(self.page)
        }
        super().__init__(data=data, prefix=prefix or None)
        self.counts: dict[str, int] = {}
        self.ward_lists: dict[str, WardList] = {}
        self._build(answers)
        self.press = press_of(self.page, data, self.add_prefix("")) if data is not None else None
        self.wants_wards = data is not None and any(
            self.add_prefix(wards_name(name)) in data for name in self._controls(Kind.ADDRESS)
        )
        if self.is_rearranged:
            self._rearrange()

    @property
    def is_rearranged(self) -> bool:
        """Whether a block was added or removed or wards are to be listed: show the page again, nothing was judged."""
        return self.press is not None or self.wants_wards

    @property
    def answers(self) -> Answers:
        """The good answers of the step as they are stored, without files."""
        files = {each.key for each in self.step.questions if each.kind == Kind.FILES}
        return {key: value for key, value in self.checked.answers.items() if key not in files}

    @property
    def dropped(self) -> list[str]:
        return self.checked.dropped

    @property
    def blocks(self) -> list[Block]:
        """The page from top to bottom; what was posted is judged first, for that may add a box to confirm a number."""
        self.is_valid()
        return [self._block(question, question.key) for question in self.page]

    @property
    def has_files(self) -> bool:
        return any(question.kind == Kind.FILES for question in self.page)

    @property
    def has_groups(self) -> bool:
        return any(question.kind == Kind.GROUP for question in self.page)

    def clean(self) -> dict[str, Any]:
        """Judge the whole step; errors stand at the fields they speak of."""
        self.checked = validate_step(
            self.form,
            self.step,
            self._raw(self.cleaned_data) | self._files(),
            answers=self.stored,
            complete=self.complete,
            with_files=self.given_files is not None,
        )
        self._ask_to_confirm()
        for place, errors in self.checked.found.items():
            for error in errors:
                self.add_error(place if place in self.fields else None, error)
        return self.cleaned_data

    def _ask_to_confirm(self) -> None:
        """A box to tick below every number in doubt; one that was ticked stays while the page is put right."""
        for name, number in self._numbers():
            is_doubted = any(error.code == DOUBT for error in self.checked.found.get(name, []))
            if is_doubted or number in self._ticked():
                self.fields[confirmation_name(name)] = confirmation_field(number, is_ticked=not is_doubted)

    def get_context(self) -> dict[str, Any]:
        return {"form": self}

    def _on_page(self, questions: Iterable[Question], before: Iterable[Question] = ()) -> Iterator[Question]:
        """Yield the questions that may be asked; what is still open of their conditions is remembered."""
        undecided = {question.key for question in before}
        for question in questions:
            left = remaining_condition(question.shown_when, self.known, undecided)
            if left is False:
                continue
            if left is not True:
                self.left[question.key] = left
            undecided.add(question.key)
            yield question

    def _build(self, answers: Mapping[str, object]) -> None:
        """Fields for every question on the page, and what stands in them."""
        for question in self.page:
            self._add(question, question.key, answers.get(question.key))

    def _add(self, question: Question, name: str, value: object) -> None:
        self.fields.update(fields_of(question, name, self._hint(question)))
        if question.kind == Kind.ADDRESS:
            self._list_wards(question, name, value)
        if question.kind != Kind.GROUP:
            self.initial.update(initial_of(question, name, value))
            return
        items = value if isinstance(value, list) else []
        posted = posted_count(self.add_prefix(name), self.data) if self.is_bound else None
        self.counts[name] = blocks_to_show(question, len(items)) if posted is None else max(posted, 1)
        for number in range(self.counts[name]):
            item = items[number] if number < len(items) and isinstance(items[number], Mapping) else {}
            for inner in self.inner[question.key]:
                self._add(inner, f"{name}-{number}-{inner.key}", item.get(inner.key))

    def _rearrange(self) -> None:
        """Show what was typed, with one block more or less, or the wards of the provinces chosen."""
        typed = {
            name: field.widget.value_from_datadict(self.data, self.files, self.add_prefix(name))
            for name, field in self.fields.items()
        }
        answers = self._raw(typed)
        if self.press:
            self.press.change(answers[self.press.group])
        self.is_bound, self.data, self.initial = False, {}, {}
        self.fields.clear()
        self.ward_lists.clear()
        self._build(answers)

    def _raw(self, typed: Mapping[str, object]) -> dict[str, Any]:
        """Return what was typed, in the shape of answers."""
        raw = {each.key: self._raw_of(each, each.key, typed) for each in self.page if each.kind not in _ELSEWHERE}
        ticked = self._ticked()
        return raw | {CONFIRMED: sorted(ticked)} if ticked else raw

    def _controls(self, kind: Kind) -> list[str]:
        """Return the names on the page of the questions of a kind, those in blocks included."""
        names = [each.key for each in self.page if each.kind == kind]
        for group, count in self.counts.items():
            inner = [each.key for each in self.inner[group] if each.kind == kind]
            names += [f"{group}-{number}-{key}" for number in range(count) for key in inner]
        return names

    def _numbers(self) -> Iterator[tuple[str, str]]:
        """Yield the personal identification numbers typed, by the names of their fields."""
        for name in self._controls(Kind.IDENTIFICATION):
            number = numbers.identification(plain_line(str(self.cleaned_data.get(name) or "")))
            if number:
                yield name, number

    def _ticked(self) -> frozenset[str]:
        """Return the numbers confirmed on this page."""
        names = map(confirmation_name, self._controls(Kind.IDENTIFICATION))
        return frozenset(str(self.data[name]) for name in map(self.add_prefix, names) if name in self.data)

    def _list_wards(self, question: Question, name: str, value: object) -> None:
        """Let the ward be chosen among those of the province that stands in the field, or of this one."""
        typed = self.data.get(self.add_prefix(f"{name}-province")) if self.is_bound else None
        chosen = province(str(typed or (value.get("province") if isinstance(value, Mapping) else "") or HOME))
        if question.ward_list and (names := wards_of(chosen or "")):
            wards = self.ward_lists.setdefault(chosen or "", WardList(chosen or "", names))
            self.fields[f"{name}-ward"].widget.attrs["list"] = wards.id

    def _files(self) -> dict[str, list[str]]:
        given = self.given_files or {}
        return {each.key: given.get(each.key, []) for each in self.page if each.kind == Kind.FILES}

    def _raw_of(self, question: Question, name: str, typed: Mapping[str, object]) -> object:
        if question.kind != Kind.GROUP:
            return raw_of(question, name, typed)
        return [
            {inner.key: raw_of(inner, f"{name}-{number}-{inner.key}", typed) for inner in self.inner[question.key]}
            for number in range(self.counts[name])
        ]

    def _hint(self, question: Question) -> str:
        return " ".join(filter(None, (self._when(question), question.hint)))

    def _when(self, question: Question) -> str:
        left = self.left.get(question.key)
        return _("Only if {condition}.").format(condition=sentence(left, questions_of(self.form))) if left else ""

    def _block(self, question: Question, name: str) -> Block:
        names = (*names_of(question, name), confirmation_name(name))
        block = Block(
            question,
            when=self._when(question),
            condition=as_json(self.left.get(question.key)),
            fields=[self[control] for control in names if control in self.fields],
            wards=wards_name(self.add_prefix(name)) if question.ward_list else "",
        )
        if question.kind == Kind.GROUP:
            self._fill_group(block, question, name)
        return block

    def _fill_group(self, block: Block, group: Question, name: str) -> None:
        prefixed, count = self.add_prefix(name), self.counts[name]
        block.count, block.size = count_name(prefixed), count
        block.add = add_name(prefixed) if may_grow(group, count) else ""
        for number in range(count):
            block.items.append(
                Item(
                    f"{group.label} ({number + 1})",
                    [self._block(inner, f"{name}-{number}-{inner.key}") for inner in self.inner[group.key]],
                    remove_name(prefixed, number) if may_shrink(group, count) else "",
                )
            )


_ELSEWHERE = (Kind.INFORMATION, Kind.FILES)
