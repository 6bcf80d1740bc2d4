"""The project's own app: it wires the others and checks that nothing is missing."""

from django.apps import AppConfig


class AlhudaConfig(AppConfig):
    """Registers the system checks of the whole house, and empties the page cache after changes."""

    name = "alhuda"

    def ready(self) -> None:
        """Register the checks and listen."""
        from alhuda import checks  # noqa: F401 - registers on import, once the apps are loaded
        from alhuda.page_cache import emptying
        from alhuda.second_factor import gate

        gate.connect()
        emptying.connect()
