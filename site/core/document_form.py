"""The form by which editors upload files for everybody: each is judged before it is kept."""

from django.conf import settings
from django.core.files.base import File
from django.utils.module_loading import import_string
from wagtail.documents.forms import BaseDocumentForm


class PortalDocumentForm(BaseDocumentForm):
    """Asks settings.DOCUMENT_JUDGE about every new file."""

    def clean_file(self) -> File:
        file: File = self.cleaned_data["file"]
        if "file" in self.changed_data:
            import_string(settings.DOCUMENT_JUDGE)(file)
        return file
