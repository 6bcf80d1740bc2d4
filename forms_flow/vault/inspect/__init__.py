"""Looking into uploaded files: what they really are, made harmless, in a child process with limits."""

from forms_flow.vault.inspect.refusals import UploadRefused
from forms_flow.vault.inspect.upload import Inspected, inspect_upload

__all__ = ["Inspected", "UploadRefused", "inspect_upload"]
