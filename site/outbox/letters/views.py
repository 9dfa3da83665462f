"""The screens of letters: all of them in a list, one at a time with its placeholders, a preview, and the way back."""

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.log_actions import log

from outbox.letters.forms import LetterForm
from outbox.letters.registry import letters
from outbox.models import LetterText

PERMISSION = "outbox.change_lettertext"


@require_safe
def letter_list(request: HttpRequest) -> HttpResponse:
    """List the letters by their standard subjects, each with what was changed of it."""
    _require_permission(request)
    changed = {(row.name, row.language): row for row in LetterText.objects.all()}
    groups: dict[str, list[dict[str, object]]] = {}
    for letter in letters().values():
        title = letter.in_language(settings.LANGUAGE_CODE).standard.subject
        names = [(code, name) for code, name in settings.LANGUAGES if code in letter.languages]
        versions = [(code, name, changed.get((letter.name, code))) for code, name in names]
        groups.setdefault(str(letter.group), []).append({"name": letter.name, "title": title, "versions": versions})
    return render(request, "outbox/admin/letter_list.html", {"groups": groups})


@require_http_methods(["GET", "HEAD", "POST"])
def letter_edit(request: HttpRequest, language: str, name: str) -> HttpResponse:
    """Show one letter in one language; its words are looked at, saved, or given back."""
    _require_permission(request)
    known = letters().get(name)
    if known is None or language not in known.languages:
        raise Http404
    letter = known.in_language(language)
    kept = LetterText.objects.filter(name=name, language=language).first()
    if "standard" in request.POST:
        _give_back(request, kept)
        return redirect("letter_edit", language, name)
    now = kept or letter.standard
    words = {"subject": now.subject, "text": now.text}
    form = LetterForm(request.POST or None, letter=letter, initial=words)
    is_good = request.method == "POST" and form.is_valid()
    if is_good and "save" in request.POST:
        _save(request, name, language, form)
        return redirect("letter_edit", language, name)
    shown = form.cleaned_data if is_good else words
    context = {
        "letter": letter,
        "form": form,
        "kept": kept,
        "title": letter.standard.subject,
        "language_name": dict(settings.LANGUAGES)[language],
        "preview": None if form.errors else letter.preview(shown["subject"], shown["text"]),
    }
    return render(request, "outbox/admin/letter_edit.html", context)


def _save(request: HttpRequest, name: str, language: str, form: LetterForm) -> None:
    row, is_new = LetterText.objects.update_or_create(name=name, language=language, defaults=form.cleaned_data)
    action = "wagtail.create" if is_new else "wagtail.edit"
    log(instance=row, action=action, user=request.user, content_changed=True, data=form.cleaned_data)
    messages.success(
        request, _("The letter is saved. What is sent from now on says this; sent letters stay as they were.")
    )


def _give_back(request: HttpRequest, kept: LetterText | None) -> None:
    if kept is not None:
        log(instance=kept, action="wagtail.delete", user=request.user, deleted=True)
        kept.delete()
    messages.success(request, _("The standard text is sent again."))


def _require_permission(request: HttpRequest) -> None:
    if not request.user.has_perm(PERMISSION):
        raise PermissionDenied
