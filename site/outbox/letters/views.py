"""The screens of letters: all of them in a list, one at a time with its placeholders, a preview, and the way back."""

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from outbox import channels
from outbox.letters.editing import LetterEditing
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
        title = letter.in_language(settings.LANGUAGE_CODE).title
        names = [(code, name) for code, name in settings.LANGUAGES if code in letter.languages]
        versions = [(code, name, changed.get((letter.name, code))) for code, name in names]
        groups.setdefault(str(letter.group), []).append({"name": letter.name, "title": title, "versions": versions})
    context = {"groups": groups, "has_channels": bool(channels.offered())}
    return render(request, "outbox/admin/letter_list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def letter_edit(request: HttpRequest, language: str, name: str) -> HttpResponse:
    """Show one letter in one language; its words are looked at, saved, or those of a version taken back."""
    _require_permission(request)
    known = letters().get(name)
    if known is None or language not in known.languages:
        raise Http404
    editing = LetterEditing(request, known.in_language(language), name)
    if request.method == "POST" and editing.act():
        return redirect("letter_edit", language, name)
    return render(request, "outbox/admin/letter_edit.html", editing.context())


def _require_permission(request: HttpRequest) -> None:
    if not request.user.has_perm(PERMISSION):
        raise PermissionDenied
