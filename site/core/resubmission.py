"""A form whose answer is a fault of ours: the page of the fault holds what was sent, and sends it to the same place.

Nothing is kept on the server, which may have no database just now. The token of the form is the one that came with
it: a form that another site has forged holds none that is right, and is refused when it is sent again. Passwords and
codes are typed anew, files are chosen anew.
"""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse, UnreadablePostError
from django.http.multipartparser import MultiPartParserError

from core import form_authors, kept_posts
from core.client_address import is_from_own_page
from core.errors import answer
from core.form_gone import AUTOMATIC
from core.http import is_for_programs
from core.upload_handlers import skipped_files

NOT_TYPED = frozenset({"csrfmiddlewaretoken", form_authors.FIELD, "revision"})
"""Fields that nobody typed."""


@dataclass(frozen=True)
class Secret:
    """A field to be typed again."""

    name: str
    is_password: bool


@dataclass(frozen=True)
class Chosen:
    """A field whose files have to be chosen again."""

    name: str
    files: list[str]


@dataclass(frozen=True)
class SentForm:
    """What was sent to `address`. `is_too_large`: more than a page should hold, so nothing of it is shown."""

    address: str
    fields: list[tuple[str, str]]
    secrets: list[Secret]
    chosen: list[Chosen]
    is_too_large: bool = False

    @property
    def typed(self) -> list[str]:
        """What a person may want to read or copy."""
        return [value for name, value in self.fields if name not in NOT_TYPED and value.strip()]


def answer_with_sent_form(request: HttpRequest, status: int) -> HttpResponse:
    """Return the page of an error that holds the form it answers, if there was one."""
    return answer(request, status, again=sent_form(request))


def sent_form(request: HttpRequest) -> SentForm | None:
    """Return the form that came with the request; None when no page of ours has sent one, or it cannot be read."""
    if request.method != "POST" or is_for_programs(request.path_info) or not is_from_own_page(request):
        return None
    try:
        posted, chosen = request.POST, _chosen(request)
    except (OSError, UnreadablePostError, MultiPartParserError):
        return None
    if AUTOMATIC in posted or not (posted or chosen):
        return None
    pairs = [(name, value) for name, values in posted.lists() for value in values if "\x00" not in name + value]
    if sum(len(name) + len(value) for name, value in pairs) > kept_posts.LARGEST:
        return SentForm(request.get_full_path(), [], [], [], is_too_large=True)
    secret = {name for name, _value in pairs if _is_typed_again(name, request.path)}
    return SentForm(
        address=request.get_full_path(),
        fields=[(name, value) for name, value in pairs if name not in secret],
        secrets=[Secret(name, "password" in name) for name in sorted(secret)],
        chosen=chosen,
    )


def _chosen(request: HttpRequest) -> list[Chosen]:
    """Return every file that came, whether it was read or left out for want of room, by its field."""
    names: dict[str, list[str]] = {}
    read = [(field, str(file.name)) for field, files in request.FILES.lists() for file in files]
    for field, name in [*read, *skipped_files(request)]:
        names.setdefault(field, []).append(name)
    return [Chosen(field, found) for field, found in names.items()]


def _is_typed_again(name: str, path: str) -> bool:
    return name not in NOT_TYPED and kept_posts.is_secret(name, path)
