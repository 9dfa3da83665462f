"""Post, redirect, get: what could not be done with a form is kept, and the page that follows shows it again.

A view that finds errors answers `see_again(request, form)`; asked with `?kept=<token>`, it fills its form with
`with_kept(request, form)`, which judges nothing anew: what counts, hashes or locks is never run by a look at a page.
Back, Forward and a reload show the same for an hour (settings.KEPT_POST_SECONDS), until the form is sent well.
"""

import json
from typing import Any, TypeVar, cast
from uuid import UUID

from django.conf import settings
from django.core.exceptions import ValidationError
from django.forms import BaseForm
from django.forms.utils import ErrorDict, ErrorList
from django.http import HttpRequest, HttpResponseRedirect, QueryDict
from django.urls import translate_url
from django.utils.datastructures import MultiValueDict
from django.utils.translation import get_language

from core import form_authors
from core.client_address import sender_of
from core.limits import Limit
from core.models import KeptPost
from core.models.kept_post import storable, storable_text

PARAMETER = "kept"
LARGEST = 256 * 1024
"""Characters of JSON of a person, whose log-in may have ended; more than any form holds."""
LARGEST_OF_STRANGERS = 16 * 1024
MOST = 20
"""Of one owner at a time; the oldest go."""
STRANGERS = Limit("kept_posts", times=200, seconds=600)
"""Posts kept for people who are not logged in, by network address."""
LONGEST_PATH = 500
LANGUAGE = "language"
"""The language in which what is kept was answered."""

Form = TypeVar("Form", bound=BaseForm)


class SeeOther(HttpResponseRedirect):
    """303: look there, by GET."""

    status_code = 303


def see_again(
    request: HttpRequest, form: BaseForm | None = None, *, at: str = "", place: str = "", **told: Any
) -> SeeOther:
    """Keep what was sent with the errors of its form, and lead to the page that shows it.

    That page is the one that was sent to, unless `at` is given; `place` is the end of its address. `told` is what the
    page says besides, of JSON values; see `keep` for more.
    """
    return SeeOther(address_of(request, keep(request, form, **told), at) + place)


def keep(
    request: HttpRequest,
    form: BaseForm | None = None,
    *,
    owner: str = "",
    status: int = 200,
    is_unsent: bool = False,
    loses_files: bool = True,
    is_read: bool = True,
    **told: Any,
) -> UUID:
    """Return the token under which the post is kept, for the person or the browser that sent it unless `owner` is
    given.

    `status` is that of the page (409: somebody was faster). `loses_files=False` when the view has taken the files;
    `is_read=False` when nothing of the body is to be read.
    """
    keeper = owner or form_authors.owner_to_keep_for(request)
    is_of_person = keeper.startswith(form_authors.person_of(""))
    if not is_of_person:
        STRANGERS.enforce(sender_of(request))
    data = dict(fields_to_keep(request).lists()) if is_read else {}
    chosen = list(request.FILES) if is_read and loses_files else []
    most = LARGEST if is_of_person else LARGEST_OF_STRANGERS
    kept = KeptPost.objects.create(
        owner=keeper,
        path=_place(request.path),
        data=data if len(json.dumps(data)) <= most else {},
        errors={} if form is None else storable(form.errors.get_json_data()),
        told=storable(told | {LANGUAGE: get_language()}),
        files=[storable_text(name) for field in chosen for name in _names(request, field)],
        status=status,
        is_unsent=is_unsent,
    )
    newest = KeptPost.objects.filter(owner=keeper).order_by("-created_at", "-pk").values_list("pk", flat=True)
    KeptPost.objects.filter(pk__in=list(newest[MOST:])).delete()
    return kept.pk


def kept_post(request: HttpRequest, *, sent_to: str = "") -> KeptPost | None:
    """Return what the page that is asked for is to show again; None when there is nothing, or nothing of this
    visitor's.

    `sent_to` is the path its form is sent to, where that is another than its own.
    """
    if sent_to or not hasattr(request, "_kept_post"):
        found = _asked_for(request, sent_to or request.path)
        mine = found is not None and found.owner == form_authors.owner(request)
        request._kept_post = found if mine else None  # type: ignore[attr-defined]
    return cast(KeptPost | None, request._kept_post)  # type: ignore[attr-defined]


def told(request: HttpRequest, name: str, otherwise: object = None) -> Any:  # noqa: ANN401 (JSON whose form its view knows)
    """Return one thing that `see_again` was told."""
    kept = kept_post(request)
    return otherwise if kept is None else kept.told.get(name, otherwise)


def status_of(request: HttpRequest) -> int:
    """Return the status of the page: 200, unless something else was kept."""
    kept = kept_post(request)
    return 200 if kept is None else kept.status


def posted(request: HttpRequest) -> QueryDict | None:
    """Return what was sent with this request, or is shown again by it; None on a first visit."""
    if request.method == "POST":
        return request.POST
    kept = kept_post(request)
    return None if kept is None else kept.fields


def with_kept(request: HttpRequest, form: Form) -> Form:
    """Return the form with what was typed and the errors of then, if the page is asked to show that; judged anew it is
    not.
    """
    kept = kept_post(request)
    if kept is None:
        return form
    form.is_bound, form.data, form.files = True, kept.fields, MultiValueDict()
    form.cleaned_data = {}  # what is shown again is never used
    form._errors = _errors(form, kept)  # type: ignore[attr-defined]  # the only door Django leaves
    return form


def belongs_to_another(request: HttpRequest) -> bool:
    """Return whether what the address asks for was typed, but not sent, by another person than is logged in."""
    found = _asked_for(request, request.path)
    return found is not None and found.is_unsent and kept_post(request) is None


def forget(request: HttpRequest) -> None:
    """Remove what this visitor's page had kept: it was sent well."""
    if owner := form_authors.owner(request):
        KeptPost.objects.filter(owner=owner, path=_place(request.path)).delete()


def forget_person(key: object) -> None:
    """Remove all that is kept of one person."""
    KeptPost.objects.filter(owner=form_authors.person_of(key)).delete()


def remove_stale() -> int:
    """Remove what nobody came back for; the number of them. A routine of the worker."""
    return KeptPost.objects.stale().delete()[0]


def address_of(request: HttpRequest, token: UUID, at: str = "") -> str:
    """Return the address of the page that shows it; other parameters stay."""
    path, _mark, query = (at or request.get_full_path()).partition("?")
    parameters = QueryDict(query, mutable=True)
    parameters[PARAMETER] = str(token)
    return f"{path}?{parameters.urlencode()}"


def plain_address(request: HttpRequest) -> str:
    """Return the address of the page without what it shows again."""
    query = request.GET.copy()
    query.pop(PARAMETER, None)
    return f"{request.path}?{query.urlencode()}" if query else request.path


def _asked_for(request: HttpRequest, path: str) -> KeptPost | None:
    token = request.GET.get(PARAMETER, "")
    if not token or request.method not in ("GET", "HEAD"):
        return None
    try:
        return KeptPost.objects.fresh().filter(pk=token, path=_place(path)).first()
    except ValidationError:
        return None


def _place(path: str) -> str:
    """Return what a form was sent to, whatever the language of its page."""
    return translate_url(path, settings.LANGUAGE_CODE)[:LONGEST_PATH]


def has_anything(request: HttpRequest) -> bool:
    """Return whether the form brought more than a press of its button."""
    return bool(fields_to_keep(request) or request.FILES)


def fields_to_keep(request: HttpRequest) -> QueryDict:
    """Return what was sent, without what is secret."""
    kept = QueryDict(mutable=True)
    for name, values in request.POST.lists():
        if not is_secret(name, request.path):
            kept.setlist(name, [storable_text(value) for value in values])
    return kept


def is_secret(name: str, path: str) -> bool:
    """Return whether a field is never kept: passwords, codes, what proves who sends it; a name no database can keep."""
    below = (names for prefix, names in settings.NEVER_KEPT_BELOW.items() if path.startswith(prefix))
    return "password" in name or "\x00" in name or any(name in names for names in below)


def _names(request: HttpRequest, field: str) -> list[str]:
    return [str(chosen.name) for chosen in request.FILES.getlist(field)]


def _errors(form: BaseForm, kept: KeptPost) -> ErrorDict:
    """Return the errors of then; those of a field that is gone stand above all. In another language there are none."""
    errors = ErrorDict(renderer=form.renderer)
    if kept.told.get(LANGUAGE) != get_language():
        return errors
    for field, texts in kept.errors.items():
        place = field if field in form.fields else "__all__"
        found = [ValidationError(each["message"], code=each["code"]) for each in texts]
        errors.setdefault(place, ErrorList(renderer=form.renderer)).extend(found)
    return errors
