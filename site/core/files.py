"""Uploaded files at their addresses: scaled pictures, originals of public pictures, documents for who may read them."""

import mimetypes
from pathlib import Path

from django.conf import settings
from django.core.exceptions import SuspiciousFileOperation
from django.http import FileResponse, Http404, HttpRequest, HttpResponseBase
from django.views.static import serve
from wagtail import hooks
from wagtail.documents.models import AbstractDocument
from wagtail.documents.views.serve import serve as serve_document
from wagtail.images import get_image_model

from core.visibility import visible_media

SCALED = "images"
"""Where Wagtail puts scaled pictures, below MEDIA_ROOT."""


def scaled_picture(request: HttpRequest, path: str) -> HttpResponseBase:
    """Return a picture as pages show it, where no web server answers for the folder (demo and development)."""
    return serve(request, path, document_root=str(Path(settings.MEDIA_ROOT) / SCALED))


def original_picture(request: HttpRequest, path: str) -> HttpResponseBase:
    """Return a picture as it was uploaded, while it lies in no private collection;
    the partner API names this address.
    """
    image = visible_media(get_image_model().objects).filter(file=f"original_images/{path}").first()
    if image is None:
        raise Http404
    try:
        return FileResponse(image.file.open("rb"), content_type=mimetypes.guess_type(path)[0])
    except (FileNotFoundError, SuspiciousFileOperation) as error:
        raise Http404 from error


def document(request: HttpRequest, document_id: str, filename: str) -> HttpResponseBase:
    """Wagtail's answer, which asks who may read the document, without the encoding that it does not have."""
    response = serve_document(request, document_id, filename)
    if response.headers.get("Content-Encoding") == "None":
        del response.headers["Content-Encoding"]
    return response


@hooks.register("before_serve_document")
def tell_versions_apart(document: AbstractDocument, request: HttpRequest) -> None:
    """A file whose digest nobody noted is told apart by its size and its time, or every such file had one tag."""
    if document.file_hash:
        return
    try:
        size, changed = document.file.size, document.file.storage.get_modified_time(document.file.name)
    except FileNotFoundError:
        return
    document.file_hash = f"{size:x}-{int(changed.timestamp() * 1000):x}"
