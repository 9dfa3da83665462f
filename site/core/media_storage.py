"""Editors' pictures and documents on the disk: whole under their name, or not there at all."""

from pathlib import Path
from uuid import uuid4

from django.core.files import File
from django.core.files.storage import FileSystemStorage

PARTIAL = ".part"


class WholeFileStorage(FileSystemStorage):
    """Writes beside, then gives the name: a full disk or a kill leaves no half file under a name that is served."""

    def _save(self, name: str, content: File) -> str:
        folder = Path(name).parent
        beside = f"{folder}/.{uuid4().hex}{PARTIAL}"
        try:
            super()._save(beside, content)  # type: ignore[misc]  # the stubs leave out what Django documents
            return self._give_name(beside, name)
        finally:
            Path(self.path(beside)).unlink(missing_ok=True)

    def _give_name(self, beside: str, name: str) -> str:
        """Return a second name for the same bytes; another than asked for when somebody took that meanwhile."""
        while True:
            try:
                Path(self.path(name)).hardlink_to(self.path(beside))
            except FileExistsError:
                name = self.get_available_name(name)
            else:
                return str(Path(name).as_posix())
