"""The communes as pages show them: a group of their own, found by name however it is typed."""

from collections import defaultdict
from dataclasses import dataclass, replace

from django.http import HttpRequest

from core.links import Link
from core.text import has_words, sort_key
from departments.department_cache import department_cache
from departments.kinds import OF_COMMUNES
from departments.models import DepartmentPage

WORDS = "commune"
"""The parameter of the address that has what somebody looks for."""
MAX_LENGTH = 100


@dataclass(frozen=True)
class Communes:
    """The communes below one department that have the words, by what they are (Phường, Xã); `in_all` without words."""

    owner: Link
    words: str
    in_all: int
    found: int
    kinds: list[tuple[str, list[Link]]]


def communes_of(department: DepartmentPage, request: HttpRequest | None) -> Communes | None:
    """Return the communes a department of the list stands for; None where it stands for none."""
    if department.kind not in OF_COMMUNES or department.is_commune:
        return None
    register = department_cache(request)
    owner = register.link(department.translation_key)
    below = [(page, link) for page, link in register.communes_below(department) if not page.is_former]
    if not below:
        return None
    words = request.GET.get(WORDS, "").strip()[:MAX_LENGTH] if request else ""
    kinds: dict[str, list[Link]] = defaultdict(list)
    for page, link in below:
        if has_words(f"{page.title} {page.area_code}", words):
            kind = page.area_name.partition(" ")[0] or page.get_kind_display()
            kinds[kind].append(replace(link, text=page.area))
    for links in kinds.values():
        links.sort(key=lambda link: sort_key(link.text))
    found = sum(map(len, kinds.values()))
    return Communes(owner or Link(department.title), words, len(below), found, sorted(kinds.items()))


def all_communes(request: HttpRequest | None) -> list[Communes]:
    """Return the communes of every public department that stands for some."""
    public = department_cache(request).public
    return [found for department in public if (found := communes_of(department, request))]
