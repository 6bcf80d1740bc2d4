"""The models of the services app, brought together so that Django finds them; nothing else."""

from services.pages.index import PolicyIndexPage, ServiceIndexPage
from services.pages.policy import PolicyPage
from services.pages.service import ServicePage, ServicePolicy

__all__ = ["PolicyIndexPage", "PolicyPage", "ServiceIndexPage", "ServicePage", "ServicePolicy"]
