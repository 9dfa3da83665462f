"""The form by which editors upload pictures: one that published pages show is not exchanged below them."""

from django.core.files.base import File
from wagtail.images.forms import BaseImageForm

from core.file_uses import refuse_while_in_use


class PortalImageForm(BaseImageForm):
    """Refuses a new file for a picture in use."""

    def clean_file(self) -> File:
        file: File = self.cleaned_data["file"]
        if "file" in self.changed_data and self.instance.pk:
            refuse_while_in_use(self.instance)
        return file
