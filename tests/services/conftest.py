"""Fixtures of the services guide and the policies."""

from collections.abc import Callable, Iterator, Mapping

import pytest

from home import contracts
from home.contracts import FormFacts, FormProvider, OpeningState
from tests.services.factories import SERVICE


class OneForm:
    """Stands for the application forms: every service has the same one."""

    def __init__(self, form: FormFacts | None) -> None:
        """Remember the form."""
        self.form = form

    def form_for_service(self, key: str, language: str) -> FormFacts | None:  # noqa: ARG002 - the protocol's
        """Return it whatever is asked."""
        return self.form

    def service_states(self) -> Mapping[str, OpeningState]:
        """Return its state for the service of the tests."""
        return {SERVICE["key"]: self.form.state} if self.form else {}


@pytest.fixture
def given_form() -> Iterator[Callable[[FormFacts | None], None]]:
    """Let a test say which form the services have; what was registered before comes back afterwards."""
    before = dict(contracts._providers)

    def give(form: FormFacts | None) -> None:
        contracts.register(FormProvider, OneForm(form))

    give(None)
    yield give
    contracts._providers.clear()
    contracts._providers.update(before)
