"""What formtools remembers, kept in the draft's row and nowhere else: no session, no cookie, no temporary file."""

from typing import Any

from django.http import HttpRequest
from django.utils.datastructures import MultiValueDict
from formtools.wizard.storage.base import BaseStorage

from forms_flow.fields.forms import posted
from forms_flow.wizard.journey import Journey
from forms_flow.wizard.state import own_part


class DraftStorage(BaseStorage):
    """A step's data is what was typed while it has mistakes, and else its answers as a browser would send them."""

    def __init__(self, prefix: str, request: HttpRequest, file_storage: Any = None) -> None:
        """Find the journey that the view put on the request."""
        super().__init__(prefix, request, file_storage)
        self.journey: Journey = request.journey
        self.init_data()

    def reset(self) -> None:
        """Forget nothing: the files now belong to the application, and sending empties the draft."""
        self.init_data()

    def get_step_data(self, step: str) -> "MultiValueDict[str, str] | None":
        """Return the step's data, or None when it was never sent."""
        state = self.journey.state
        if step in state.typed:
            return MultiValueDict(state.typed[step])
        found = self.journey.flow.step(step)
        if found is None or step not in state.passed:
            return None
        return posted(found, self.journey.answers_for(found), step)

    def set_step_data(self, step: str, cleaned_data: "MultiValueDict[str, str]") -> None:
        """Keep the step's own controls: no token, no button, nothing that the form does not ask."""
        found = self.journey.flow.step(step)
        if found:
            self.journey.state.typed[step] = own_part(found, cleaned_data)

    def get_step_files(self, step: str) -> None:
        """Return nothing: accepted files reach the form as stored files (`Journey.stored_for`)."""
        del step

    def set_step_files(self, step: str, files: Any) -> None:
        """Do nothing: :mod:`forms_flow.wizard.uploads` stores files."""
