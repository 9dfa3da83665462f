"""What pages point at, by the words of a record: fields, audiences, laws are made when missing, departments never."""

from functools import cached_property
from typing import TypeVar

from django.conf import settings
from wagtail.models import Locale

from core import text
from core.models import Audience, Field, LegalDocument
from core.models.typed_text import clean_texts
from core.text import fold
from core.visibility import visible
from departments.models import DepartmentPage
from services.national.mapping.audiences import GROUP_OF_NAME
from services.national.mapping.authority import Owner, find_named
from services.national.mapping.papers import cut, law_number

LONGEST_TITLE = 500
Word = TypeVar("Word", Field, Audience, LegalDocument)


class Vocabulary:
    """Looks each word up once; it knows what stood in the database when it was first asked."""

    def __init__(self) -> None:
        self._agencies: dict[tuple[str, str], int | None] = {}

    @cached_property
    def locale(self) -> Locale:
        return Locale.objects.get(language_code=settings.LANGUAGE_CODE)

    @cached_property
    def _fields(self) -> dict[str, Field]:
        return {fold(term.name): term for term in Field.objects.filter(locale=self.locale)}

    @cached_property
    def _audiences(self) -> dict[str, Audience]:
        return {fold(term.name): term for term in Audience.objects.filter(locale=self.locale)}

    @cached_property
    def _laws(self) -> dict[str, int]:
        """Keys of legal documents, by number and, where they have none, by title; the oldest of two."""
        found = LegalDocument.objects.order_by("-pk").values_list("number", "title", "pk")
        return {fold(law_number(number) or title): pk for number, title, pk in found}

    @cached_property
    def owners(self) -> list[Owner]:
        """Departments of today, in Vietnamese."""
        pages = visible(DepartmentPage.objects).filter(locale=self.locale, is_former=False).order_by("path")
        return [Owner(*row) for row in pages.values_list("pk", "title", "short_name", "unit_code", "kind")]

    def field(self, name: str) -> Field | None:
        """Return the field of administration of that name."""
        if not name:
            return None
        if fold(name) not in self._fields:
            slugs = set(Field.objects.filter(locale=self.locale).values_list("slug", flat=True))
            slug, number = text.slug(name, 90), 1
            while slug in slugs:
                number += 1
                slug = f"{text.slug(name, 90)}-{number}"
            self._fields[fold(name)] = _added(Field(locale=self.locale, name=name[:200], slug=slug))
        return self._fields[fold(name)]

    def audience(self, name: str) -> Audience:
        """Return the audience of that name, which mapping/audiences.py knows."""
        if fold(name) not in self._audiences:
            term = Audience(
                locale=self.locale,
                name=name,
                slug=text.slug(name),
                group=GROUP_OF_NAME[fold(name)],
                position=len(self._audiences) + 1,
            )
            self._audiences[fold(name)] = _added(term)
        return self._audiences[fold(name)]

    def law(self, number: str, title: str) -> int:
        """Return the key of a legal document."""
        name = fold(number or title)
        if name not in self._laws:
            note = title if len(title) > LONGEST_TITLE else ""
            self._laws[name] = _added(LegalDocument(number=number, title=cut(title, LONGEST_TITLE), note=note)).pk
        return self._laws[name]

    def department(self, code: str, name: str) -> int | None:
        """Return the key of the department of that code or name; None when the agency has no page here."""
        if (code, name) not in self._agencies:
            self._agencies[code, name] = find_named(code, name, self.owners)
        return self._agencies[code, name]


def _added(instance: Word) -> Word:
    clean_texts(instance)
    instance.save()
    return instance
