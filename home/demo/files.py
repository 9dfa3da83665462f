"""Sample forms and banner pictures, as the files an editor would have uploaded."""

from django.core.files.base import ContentFile

from accounts.groups import shared_collection
from core.models import PortalDocument, PortalImage
from home.demo.content import FILES, read


def load_forms() -> dict[str, PortalDocument]:
    """Return every sample form by the name of its file."""
    return {record["file"]: _form(record["file"], record["title"], record["code"]) for record in read("templates")}


def _form(name: str, title: str, code: str) -> PortalDocument:
    found = PortalDocument.objects.filter(title=title, is_sample=True).first()
    if found:
        return found
    file = ContentFile((FILES / name).read_bytes(), name=name)
    return PortalDocument.objects.create(
        title=title, code=code, is_sample=True, file=file, file_size=file.size, collection=shared_collection()
    )


def picture(name: str, title: str) -> PortalImage:
    """Return the picture of a banner, known again by its title."""
    found = PortalImage.objects.filter(title=title).first()
    if found:
        return found
    file = ContentFile((FILES / name).read_bytes(), name=name)
    return PortalImage.objects.create(
        title=title,
        file=file,
        file_size=file.size,
        credit="Hình tự vẽ của dự án này",
        collection=shared_collection(),
    )
