"""Where the form of a paper is found: a file here, a named file elsewhere, a form named by law, or nothing known."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol
from urllib.parse import urlsplit

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from services.rules.choices import PartStatus

if TYPE_CHECKING:
    from core.models import PortalDocument

NATIONAL_PORTAL = "dichvucong.gov.vn"


class FormSource(models.TextChoices):
    """How near a reader is to the form, nearest first; the label says it in a title."""

    HERE = "here", gettext_lazy("Forms to download")
    ELSEWHERE = "elsewhere", gettext_lazy("Forms on another website")
    NONE_NEEDED = "none_needed", gettext_lazy("No form is prescribed")
    NAMED = "named", gettext_lazy("Forms named by law")
    UNKNOWN = "unknown", gettext_lazy("No form known")


class Paper(Protocol):
    """What a row of papers says of its form; `template_files` are names of files, one a line."""

    @property
    def template(self) -> "PortalDocument | None": ...
    @property
    def template_url(self) -> str: ...
    @property
    def template_files(self) -> str: ...
    @property
    def template_code(self) -> str: ...


@dataclass(frozen=True)
class PaperForm:
    """What is known of the form of one paper.

    `file` lies here, `names` are files at the page `url`, `code` is what the law calls the form.
    """

    file: "PortalDocument | None" = None
    url: str = ""
    names: tuple[str, ...] = ()
    code: str = ""

    def __bool__(self) -> bool:
        return self.source is not FormSource.UNKNOWN

    @property
    def source(self) -> FormSource:
        if self.file:
            return FormSource.HERE
        if self.url and self.names:
            return FormSource.ELSEWHERE
        return FormSource.NAMED if self.code else FormSource.UNKNOWN

    @property
    def website(self) -> str:
        """The name of the website where the files are."""
        return website_name(self.url)


def paper_form(paper: Paper) -> PaperForm:
    """Return the form of a paper of a service's page."""
    names = tuple(file_names(paper.template_files))
    return PaperForm(paper.template, paper.template_url, names, paper.template_code)


def file_names(lines: str) -> list[str]:
    """Return names of files, one a line as an editor types them."""
    return [name.strip() for name in lines.splitlines() if name.strip()]


def website_name(url: str) -> str:
    """Return what a reader calls the website of that address."""
    host = urlsplit(url).hostname or ""
    is_national = host == NATIONAL_PORTAL or host.endswith(f".{NATIONAL_PORTAL}")
    return _("the National Public Service Portal") if is_national else host


def nearest(sources: Iterable[FormSource], stated: str) -> FormSource:
    """Return how near the reader of a service is to its forms; `stated` is what the editor says where no form is
    attached.
    """
    order = list(FormSource)
    found = {source for source in sources if source is not FormSource.UNKNOWN}
    if stated in (PartStatus.NONE, PartStatus.NOT_PRESCRIBED):
        found.add(FormSource.NONE_NEEDED)
    return min(found, key=order.index, default=FormSource.UNKNOWN)
