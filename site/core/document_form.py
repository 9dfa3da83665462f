"""The form by which editors upload files for everybody: each is judged first, and none in use is exchanged."""

from django.conf import settings
from django.core.files.base import File
from django.utils.module_loading import import_string
from wagtail.documents.forms import BaseDocumentForm

from core.file_uses import refuse_while_in_use


class PortalDocumentForm(BaseDocumentForm):
    """Asks settings.DOCUMENT_JUDGE about every new file; refuses one for a document that published pages use."""

    def clean_file(self) -> File:
        file: File = self.cleaned_data["file"]
        if "file" in self.changed_data and self.instance.pk:
            refuse_while_in_use(self.instance)
        if "file" in self.changed_data:
            import_string(settings.DOCUMENT_JUDGE)(file)
        return file
