"""What a department keeps to itself, each thing with a word by which it is known wherever it turns up."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product
from typing import Any

from django.core.files.base import ContentFile
from wagtail.models import Page, TaskState
from wagtail_localize.models import OverridableSegment, StringSegment, Translation

from core.models import PortalDocument, PortalImage
from tests.builders import DOCX, make_service, translate
from tests.builders_forms import make_form_page
from tests.builders_ownership import Office, submit
from tests.security.routes import ADMIN, Route, class_of, every_route
from tests.services.forms.uploads.samples import png

WORD = "KEPT7391"
"""Stands in the names of drafts and files."""
UNTRANSLATED = "ONLY5127"
"""Stands in the names of what translators have nothing to do with either: a draft without English, and files."""

_GAP = re.compile(r"<(?:\w+:)?(\w+)>|\(\[?[^()]*\)")
PAGE_GAPS = ("page_id", "parent_page_id", "page_to_move_id", "page_pk")


@dataclass(frozen=True)
class HiddenOffice:
    """Drafts of a department in both languages, a form, what waits for approval, a document and a picture."""

    office: Office
    pages: dict[str, Page]
    step: TaskState
    translation: Translation
    document: PortalDocument
    image: PortalImage
    own: Page
    """A page of whoever looks: at its address, things of another page must not show either."""

    def only(self, *names: str) -> "HiddenOffice":
        """The same with fewer pages to try at every address."""
        return replace(self, pages={name: self.pages[name] for name in names})

    @property
    def first(self) -> Page:
        """The page that stands for all where an address has one gap too many."""
        return next(iter(self.pages.values()))

    def facts(self) -> list[Any]:
        """Everything that somebody else could have changed."""
        pages = Page.objects.filter(pk__in=[page.pk for page in self.pages.values()])
        files = [
            model.objects.values_list("pk", "title", "file", "collection") for model in (PortalDocument, PortalImage)
        ]
        columns = ("pk", "path", "title", "draft_title", "live", "alias_of", "locked", "latest_revision")
        waiting = TaskState.objects.order_by("pk").values_list("pk", "status", "comment")
        return [list(rows) for rows in (pages.order_by("pk").values_list(*columns), *files, waiting)]

    def values(self, gap: str, path: str) -> list[Any]:
        """What is put into a gap of an address: the numbers of what is hidden."""
        if gap == "destination_id":
            return [self.first.pk, self.own.pk]
        if gap in PAGE_GAPS:
            return [page.pk for page in (*self.pages.values(), self.own)]
        known: dict[str, Any] = {
            "task_state_id": self.step.pk,
            "task_id": self.step.task_id,
            "workflow_state_id": self.step.workflow_state_id,
            "revision_id": self.first.latest_revision_id,
            "translation_id": self.translation.pk,
            "translation_source_id": self.translation.source_id,
            "string_segment_id": StringSegment.objects.filter(source=self.translation.source).first().pk,
            "overridable_segment_id": OverridableSegment.objects.values_list("pk", flat=True).first() or 1,
            "document_id": self.document.pk,
            "doc_id": self.document.pk,
            "image_id": self.image.pk,
            "collection_id": self.office.groups.collection_id,
            "content_type_app_name": "services",
            "content_type_model_name": "servicepage",
            "app_label": "wagtailcore",
            "model_name": "page",
            "object_id": self.first.pk,
            "action_name": "approve",
            "action": "delete",
            "mode": "",
            "filter_spec": "original",
            "relation": "fees",
        }
        return [known[gap]] if gap in known else [self._number(path)]

    def _number(self, path: str) -> Any:
        """What "pk" means there."""
        places = {
            "documents": self.document.pk,
            "images": self.image.pk,
            "collections": self.office.groups.collection_id,
        }
        return next((number for place, number in places.items() if place in path), self.first.pk)

    def addresses(self, route: Route) -> Iterator[str]:
        """Every address of a route that could lead to something hidden; in the old patterns, the draft's."""
        gaps = [match[1] for match in _GAP.finditer(route.path) if match[1]]
        for values in product(*(self.values(gap, route.path) for gap in gaps)):
            path = route.path
            for value in values:
                path = re.sub(r"<(?:\w+:)?\w+>", str(value), path, count=1)
            path = path.replace(r"(live|earliest|\d+)", "earliest").replace(r"(live|latest|\d+)", "latest")
            path = path.replace(r"(\d+)", str(self.first.pk)).removesuffix("$").replace("\\", "")
            yield "/" + path


def hide(office: Office, own: Page) -> HiddenOffice:
    draft = make_service(f"Nháp {WORD}", department=office.department, live=False)
    draft.save_revision(user=office.editor)
    changed = office.service
    changed.title = f"{changed.title} {WORD}"
    changed.save_revision(user=office.editor)
    changed.refresh_from_db()
    english = translate(draft, {draft.title: f"Draft {WORD}"}, live=False)
    alone = make_service(f"Nháp {WORD} {UNTRANSLATED}", department=office.department, live=False)
    form = make_form_page(changed, live=False)
    Page.objects.filter(pk=form.pk).update(title=f"Biểu mẫu {WORD}", draft_title=f"Biểu mẫu {WORD}")
    collection = office.groups.collection
    file, picture = ContentFile(DOCX, name="mau.docx"), ContentFile(png(), name="a.png")
    draft.refresh_from_db()
    return HiddenOffice(
        office=office,
        own=own,
        pages={
            "draft": Page.objects.get(pk=draft.pk),
            "alone": alone,
            "changed": changed,
            "english": english,
            "form": form,
        },
        step=submit(office.editor, draft),
        translation=Translation.objects.get(source__object_id=draft.translation_key),
        document=PortalDocument.objects.create(title=f"Tệp {WORD} {UNTRANSLATED}", file=file, collection=collection),
        image=PortalImage.objects.create(title=f"Ảnh {WORD} {UNTRANSLATED}", file=picture, collection=collection),
    )


def admin_routes() -> list[Route]:
    return [route for route in every_route() if class_of(route) == ADMIN and route.language == "vi"]
