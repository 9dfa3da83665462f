"""One step of a draft: filled in, its files handed in, saved. Nothing that was typed is lost on the way."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse, QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.requests import AuthenticatedHttpRequest
from core import kept_posts
from core.form_gone import AUTOMATIC, FormGone
from core.i18n import reader_language
from services.forms import actions
from services.forms.answering.builder import StepForm
from services.forms.answering.flow import visible_questions
from services.forms.answering.page_layout import Block
from services.forms.answering.prefill import prefilled_answers
from services.forms.answering.tasks import next_task, tasks_of
from services.forms.answering.waiting import WaitingQuestion, waiting_questions
from services.forms.definition.answers import Answer, Answers
from services.forms.definition.questions import Form, Step
from services.forms.models import Attachment, Submission
from services.forms.rules.exceptions import StaleRevision
from services.forms.uploads import upload_notices
from services.forms.uploads.form_files import FileInputs
from services.forms.views.guard import own_draft, seen_revision

LATER, CHECK = "later", "check"
"""Button and parameter: save and leave; back to the last page afterwards."""


@dataclass(frozen=True)
class StepPart:
    """A question on the page, with what lies at it if it asks for files."""

    block: Block
    files: list[Attachment]
    errors: list[str]
    notices: list[str]

    @property
    def when_json(self) -> str:
        """For the script: on what of this page the question depends, as JSON; "" when it is always asked."""
        return json.dumps(self.block.condition) if self.block.condition else ""


@require_http_methods(["GET", "HEAD", "POST"])
@own_draft
def step(request: AuthenticatedHttpRequest, submission: Submission, step: str) -> HttpResponseBase:
    """Return the page of a step."""
    form = submission.version.form(reader_language())
    inputs = FileInputs(submission)
    found = [
        each.step for each in visible_questions(form, submission.answers | inputs.answers) if each.step.key == step
    ]
    overview = reverse("submission", args=[submission.pk])
    if not found and request.method == "POST":
        raise FormGone(_("An earlier answer has changed, and this step is not asked any more."), at=overview)
    if not found:
        return redirect(overview)
    page = StepPage(request, submission, form, found[0], inputs)
    return page.post() if request.method == "POST" else page.get()


class StepPage:
    """One visit to a step."""

    def __init__(
        self, request: AuthenticatedHttpRequest, submission: Submission, form: Form, step: Step, inputs: FileInputs
    ) -> None:
        self.request, self.submission, self.form, self.step, self.inputs = request, submission, form, step, inputs
        self.to_check = CHECK in request.GET

    def get(self) -> HttpResponseBase:
        kept = kept_posts.kept_post(self.request)
        if kept is None:
            stored = prefilled_answers(self.submission, self.step, self.request.user)
            return self._shown(self._fields(None, answers=stored))
        self.inputs.errors.update(kept.told.get("file_errors", {}))
        revision = kept.fields.get("revision", "") if kept.is_unsent else kept.told.get("revision")
        fields = self._fields(kept.fields, complete=kept.told.get("complete", True))
        told = {name: kept.told[name] for name in ("stale", "saved_partly") if name in kept.told}
        return self._shown(fields, revision=revision, **told)

    def post(self) -> HttpResponseBase:
        self.inputs.take(self.step, self.request)
        later, automatic = LATER in self.request.POST, AUTOMATIC in self.request.POST
        if self._wait and self._wait.is_whole:
            return redirect(self.request.get_full_path())
        complete = not later and not automatic and not self.inputs.was_pressed
        fields = self._fields(self.request.POST, complete=complete)
        if fields.is_rearranged:
            return self._again(fields)
        is_done = fields.is_valid() and not self.inputs.has_errors
        try:
            self._save(fields, complete=is_done and fields.complete and not self._wait)
        except StaleRevision as late:
            return self._late(fields, late.submission, automatic=automatic)
        if automatic:
            return HttpResponse(status=204, headers={"X-Revision": str(self.submission.revision)})
        return self._answer(fields, is_done=is_done, later=later)

    @cached_property
    def _wait(self) -> WaitingQuestion | None:
        """What must come before this step can be finished."""
        answers = self.submission.answers | self.inputs.answers
        return waiting_questions(self.form, answers, self.submission.saved_steps).get(self.step.key)

    def _late(self, fields: StepForm, current: Submission, *, automatic: bool) -> HttpResponseBase:
        """Return the page with what was typed and the revision of now: somebody saved in between."""
        if automatic:
            return HttpResponse(status=409)
        self.submission = current
        return self._again(fields, stale=True)

    def _answer(self, fields: StepForm, *, is_done: bool, later: bool) -> HttpResponseBase:
        if not is_done:
            return self._again(fields, saved_partly=later)
        if self.inputs.was_pressed:
            return redirect(kept_posts.plain_address(self.request) + self.inputs.place)
        return redirect("submission", pk=self.submission.pk) if later else self._onwards()

    def _again(self, fields: StepForm, **told: Any) -> HttpResponseBase:
        """Look at it once more; files that were taken lie here already."""
        told |= {"complete": fields.complete, "revision": self.submission.revision, "file_errors": self.inputs.errors}
        return kept_posts.see_again(self.request, loses_files=False, **told)

    def _fields(
        self, data: QueryDict | None, *, answers: Mapping[str, Answer] | None = None, complete: bool = True
    ) -> StepForm:
        stored = {**(self.submission.answers if answers is None else answers), **self.inputs.answers}
        return StepForm(self.form, self.step, answers=stored, data=data, complete=complete, files=self.inputs.answers)

    def _save(self, fields: StepForm, *, complete: bool) -> None:
        self.submission = actions.save_step(
            submission=self.submission,
            by=self.request.user,
            step=self.step.key,
            answers=self._kept(fields) | fields.answers,
            revision=seen_revision(self.request),
            complete=complete,
        )

    def _kept(self, fields: StepForm) -> Answers:
        """Return the earlier answers in whose place something wrong was typed: they stay until the new one is right."""
        wrong = fields.checked.found
        return {
            key: value
            for key, value in self.submission.answers.items()
            if self.step_has(key) and any(place == key or place.startswith(f"{key}-") for place in wrong)
        }

    def step_has(self, key: str) -> bool:
        return any(question.key == key for question in self.step.questions)

    def _onwards(self) -> HttpResponseBase:
        """To the next step that is not done, or back to where the person came from."""
        if self.to_check:
            return redirect("submission_check", pk=self.submission.pk)
        tasks = tasks_of(self.submission, self.form, self.submission.answers | self.inputs.answers)
        following = next_task(tasks, after=self.step.key)
        if following is None:
            return redirect("submission_check", pk=self.submission.pk)
        return redirect("submission_step", pk=self.submission.pk, step=following.step.key)

    def _part(self, block: Block, notices: Mapping[str, list[str]]) -> StepPart:
        key = block.question.key
        errors = [str(error) for field in block.fields for error in field.errors] if block.is_files else []
        errors += self.inputs.errors.get(key, [])
        return StepPart(block, self.inputs.by_question.get(key, []), errors, notices.get(key, []))

    def _shown(self, fields: StepForm, **more: Any) -> HttpResponseBase:
        answers = self.submission.answers | self.inputs.answers
        keys = [each.step.key for each in visible_questions(self.form, answers)]
        place = keys.index(self.step.key) if self.step.key in keys else 0
        overview = reverse("submission", args=[self.submission.pk])
        notices = upload_notices.told(self.request, self.submission)
        context = {
            "title": self.step.heading,
            "draft": self.submission,
            "revision": self.submission.revision,
            "step": self.step,
            "form": fields,
            "parts": [self._part(block, notices) for block in fields.blocks],
            "notices": [sentence for sentences in notices.values() for sentence in sentences],
            "inputs": self.inputs,
            "wait": self._wait,
            "number": place + 1,
            "count": len(keys),
            "to_check": self.to_check,
            "back_url": reverse("submission_step", args=[self.submission.pk, keys[place - 1]]) if place else overview,
            **more,
        }
        return render(self.request, "services/forms/step.html", context)
