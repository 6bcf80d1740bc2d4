"""The editor's way to import a policy: choose a file, look at the preview, create the draft."""

from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View
from django.views.decorators.cache import never_cache

from services.outline import outline
from services.pages.policy import PolicyPage
from services.policy_import.access import may_import
from services.policy_import.build import AlreadyImported, create_policy, draft_of
from services.policy_import.document import PolicyImportError
from services.policy_import.parse import parse
from services.policy_import.preview import seal, unseal
from services.policy_import.read import ACCEPTED, MAX_BYTES, check_size, read


class FileForm(forms.Form):
    """The file and the language it is written in."""

    file = forms.FileField(
        label=gettext_lazy("Policy file"),
        help_text=gettext_lazy("A Word (.docx) or plain text (.txt) file, at most 2 MB."),
        widget=forms.ClearableFileInput(attrs={"accept": ",".join(ACCEPTED)}),
        allow_empty_file=True,  # the reader says it better
        error_messages={"required": gettext_lazy("Choose the file that holds the policy.")},
    )
    language = forms.ChoiceField(label=gettext_lazy("Language of the text"), choices=settings.LANGUAGES)


@method_decorator(never_cache, name="dispatch")
class ImportView(View):
    """Choose a file; a readable one leads to its preview, and nothing is stored yet."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Let in only those who may add a policy."""
        if not may_import(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest) -> HttpResponse:
        """Show the form."""
        return self._form(request, FileForm())

    def post(self, request: HttpRequest) -> HttpResponse:
        """Read the file and show what would be made of it."""
        form = FileForm(request.POST, request.FILES)
        if not form.is_valid():
            return self._form(request, form)
        try:
            return self._preview(request, form.cleaned_data["file"], form.cleaned_data["language"])
        except PolicyImportError as error:
            form.add_error("file", str(error))
            return self._form(request, form)

    def _preview(self, request: HttpRequest, upload: Any, language: str) -> HttpResponse:
        _check_language(request, language)
        check_size(upload.size)
        source = read(upload.read(MAX_BYTES + 1), language=language)
        document = parse(source)
        page = draft_of(document, language=language, name=upload.name)
        context = {
            "document": document,
            "draft": page,
            "outline": outline(page.body),
            "language": language,
            "payload": seal(source, language=language, name=upload.name, actor=request.user),
        }
        return render(request, "services/admin/import_preview.html", context)

    def _form(self, request: HttpRequest, form: FileForm) -> HttpResponse:
        status = 422 if form.errors else 200
        return render(request, "services/admin/import_form.html", {"form": form}, status=status)


class CreateView(ImportView):
    """Create the draft that the preview showed."""

    def get(self, _request: HttpRequest) -> HttpResponse:
        """Lead an opened or reloaded address back to the start."""
        return redirect("policy_import")

    def post(self, request: HttpRequest) -> HttpResponse:
        """Create the draft and open it in the editor."""
        try:
            page = self._create(request)
        except AlreadyImported as known:
            messages.info(request, str(known))
            page = known.page
        except PolicyImportError as error:
            messages.error(request, str(error))
            return redirect("policy_import")
        return redirect("wagtailadmin_pages:edit", page.pk)

    def _create(self, request: HttpRequest) -> PolicyPage:
        source, language, name = unseal(request.POST.get("payload", ""), actor=request.user)
        _check_language(request, language)
        page = create_policy(parse(source), language=language, actor=request.user, name=name)
        messages.success(request, _("The draft “%(title)s” was created.") % {"title": page.title})
        return page


def _check_language(request: HttpRequest, language: str) -> None:
    if not may_import(request.user, language):
        raise PolicyImportError(_("You may not add policies in this language."))
