"""Uploads that find the disk full on their way in: the file goes, the text that came with it stays."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any, cast

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile, TemporaryFileUploadHandler
from django.http import HttpRequest

from core.outages import NO_ROOM, outage_status

_SKIPPED = "_skipped_files"


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
            _note(self)
            with suppress(OSError):  # closing writes the rest once more
                self.upload_interrupted()
            raise SkipFile from error


class SkippingUploadHandler(FileUploadHandler):
    """Takes no file at all."""

    def new_file(self, *told: Any, **more: Any) -> None:
        super().new_file(*told, **more)
        _note(self)
        raise SkipFile

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Nothing comes here: a skipped file is not handed over."""

    def file_complete(self, file_size: int) -> None:
        """Nor here."""


def skip_files(request: HttpRequest) -> None:
    """Have the text of the body read, and its files left out. To be called before anything of it is read."""
    request.upload_handlers = [SkippingUploadHandler(request)]


def skipped_files(request: HttpRequest) -> list[tuple[str, str]]:
    """Field and name of each file that was left out because there is no room."""
    return getattr(request, _SKIPPED, [])


def _note(handler: FileUploadHandler) -> None:
    request = cast(HttpRequest, handler.request)  # Django makes every handler with its request
    setattr(request, _SKIPPED, [*skipped_files(request), (str(handler.field_name), str(handler.file_name))])
