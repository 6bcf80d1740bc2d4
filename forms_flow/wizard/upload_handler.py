"""Files of a post are held in memory, never in a temporary file, up to a limit for the whole request."""

from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.http import HttpRequest

MAX_REQUEST = 25 * 1024 * 1024


class MemoryUploadHandler(FileUploadHandler):
    """Beyond the limit files are passed over and the rest of the post is read, so that nothing typed is lost."""

    def __init__(self, request: HttpRequest) -> None:
        """Begin with nothing held."""
        super().__init__(request)
        self.total = 0
        self.held = BytesIO()

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Begin a file."""
        super().new_file(*args, **kwargs)
        self.held = BytesIO()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Hold the piece."""
        del start
        self.total += len(raw_data)
        if self.total > MAX_REQUEST:
            self.held = BytesIO()
            raise SkipFile
        self.held.write(raw_data)

    def file_complete(self, file_size: int) -> InMemoryUploadedFile:
        """Return the file."""
        self.held.seek(0)
        return InMemoryUploadedFile(
            self.held,
            self.field_name,
            self.file_name,
            self.content_type,
            file_size,
            self.charset,
            self.content_type_extra,
        )


def files_were_too_big(request: HttpRequest) -> bool:
    """Tell whether some files of the post were passed over."""
    return any(getattr(handler, "total", 0) > MAX_REQUEST for handler in request.upload_handlers)
