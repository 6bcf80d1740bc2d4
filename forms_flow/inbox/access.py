"""Who comes in. What a person may not see does not exist: the answer is 404, never a redirect or a refusal."""

from typing import Any, ClassVar
from uuid import UUID

from django.db.models import Exists, OuterRef
from django.http import Http404, HttpRequest, HttpResponseBase
from django.views import View

from forms_flow.inbox.work import with_counts
from forms_flow.records.applications import Application
from forms_flow.records.relations import Relation
from forms_flow.records.staff import Person, can
from forms_flow.rules import Capability


class StaffView(View):
    """A screen for people who may see applications. Wagtail has already sent strangers to the login."""

    #: What lets somebody in.
    capability: ClassVar[Capability] = Capability.SEE

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Let the person in, and let nothing be kept by the browser."""
        require(request.user, self.capability)
        response = super().dispatch(request, *args, **kwargs)
        response.headers["Cache-Control"] = "no-store, private"
        return response

    def case(self, pk: UUID) -> Application:
        """Return the application if this person may see it. Raises Http404 otherwise."""
        person = self.request.user
        apart = Exists(Relation.objects.filter(application=OuterRef("pk"), person=person.pk))
        visible = with_counts(Application.objects.visible_to(person)).annotate(is_apart=apart)
        try:
            found = visible.select_related("department", "assignee").get(pk=pk)
        except Application.DoesNotExist:
            raise Http404 from None
        found.__dict__["_apart"] = {person.pk: found.is_apart}  # engine.stands_apart asks no more
        return found


def require(person: Person, capability: Capability) -> None:
    """Raise Http404 unless the person has the capability."""
    if not can(person, capability):
        raise Http404
