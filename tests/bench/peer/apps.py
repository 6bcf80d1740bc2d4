"""The app of the peer."""

from django.apps import AppConfig


class PeerConfig(AppConfig):
    """Only for ``make bench``."""

    name = "tests.bench.peer"
    label = "peer"
    default_auto_field = "django.db.models.BigAutoField"
