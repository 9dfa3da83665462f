"""Uploads that find the disk full on their way in: the file goes, the text that came with it stays."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import SkipFile, TemporaryFileUploadHandler
from django.http import HttpRequest

from core.outages import NO_ROOM, outage_status

_MARK = "_found_no_room"


class LargeFileUploadHandler(TemporaryFileUploadHandler):
    """Large files lie in the folder for temporary files while they are read; what does not fit there is skipped."""

    def new_file(self, *told: Any, **more: Any) -> None:
        with self._room():
            super().new_file(*told, **more)

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        with self._room():
            super().receive_data_chunk(raw_data, start)

    def file_complete(self, file_size: int) -> UploadedFile | None:
        try:
            with self._room():
                return super().file_complete(file_size)
        except SkipFile:
            return None

    @contextmanager
    def _room(self) -> Iterator[None]:
        """SkipFile when the disk is full; what was written goes."""
        try:
            yield
        except OSError as error:
            if outage_status(error) != NO_ROOM:
                raise
            setattr(self.request, _MARK, True)
            with suppress(OSError):  # closing writes the rest once more
                self.upload_interrupted()
            raise SkipFile from error


def found_no_room(request: HttpRequest) -> bool:
    """Whether a file of this request was skipped because the disk is full."""
    return getattr(request, _MARK, False)
