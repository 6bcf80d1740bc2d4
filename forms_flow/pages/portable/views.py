"""The editor's screens: copy a form, take it away as a file, bring one in, add steps of another one."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views import View
from django.views.decorators.cache import never_cache
from wagtail.models import Page

from forms_flow.pages.models import FormPage
from forms_flow.pages.portable.access import arabic_home, editable, is_locked, may_copy, may_import, origins
from forms_flow.pages.portable.copying import add_steps, copy, titles_of
from forms_flow.pages.portable.export import as_json, export
from forms_flow.pages.portable.load import Loaded, load
from forms_flow.pages.portable.read import MAX_BYTES, FormFileError, check_size, read

_EDIT = "wagtailadmin_pages:edit"


class FileForm(forms.Form):
    """The file of a form."""

    file = forms.FileField(
        label=gettext_lazy("File of the form"),
        help_text=gettext_lazy("A .json file that was exported from a form, at most 2 MB."),
        widget=forms.ClearableFileInput(attrs={"accept": ".json,application/json"}),
        allow_empty_file=True,  # the reader says it better
        error_messages={"required": gettext_lazy("Choose the file that holds the form.")},
    )


class StepsForm(forms.Form):
    """Which steps of another form are wanted."""

    steps = forms.MultipleChoiceField(
        label=gettext_lazy("Steps to add"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": gettext_lazy("Tick at least one step."),
            "invalid_choice": gettext_lazy("That form was changed meanwhile. Tick its steps again."),
        },
    )

    def __init__(self, *args: Any, origin: FormPage, **kwargs: Any) -> None:
        """Offer the steps of the newest draft of the other form."""
        super().__init__(*args, **kwargs)
        self.fields["steps"].choices = titles_of(origin)


@method_decorator(never_cache, name="dispatch")
class FormView(View):
    """A screen about one form; only for those who may edit it."""

    page: FormPage

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Find the form before anything else is looked at."""
        self.page = editable(request.user, kwargs.pop("page_id"))
        return super().dispatch(request, *args, **kwargs)


class CopyView(FormView):
    """Make a draft copy in all languages and open it. The button in the menu posts here at once."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """Ask again where the button is followed as a link."""
        _ask_for(may_copy(request.user, self.page))
        return render(request, "forms_flow/pages/portable/copy.html", {"page": self.page})

    def post(self, request: HttpRequest) -> HttpResponse:
        """Make the copy."""
        _ask_for(may_copy(request.user, self.page))
        made = copy(self.page, user=request.user)
        return _open(request, made, _("This is the copy. The form it was made from stays as it is."))


class ExportView(FormView):
    """Hand out the newest draft as a file."""

    def get(self, _request: HttpRequest) -> HttpResponse:
        """Answer with an attachment; it holds what editors wrote and nothing of applicants."""
        name = f"{self.page.slug}.form.json"
        headers = {"Content-Disposition": f'attachment; filename="{name}"', "X-Content-Type-Options": "nosniff"}
        return HttpResponse(as_json(export(self.page)), content_type="application/json", headers=headers)


class StepsView(FormView):
    """Choose a form, tick some of its steps, and add copies of them."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """Show the forms, and the steps of the one that is chosen."""
        origin = self._origin(request.GET.get("form", ""))
        return self._screen(request, origin, StepsForm(origin=origin) if origin else None)

    def post(self, request: HttpRequest) -> HttpResponse:
        """Add the ticked steps to the newest draft."""
        if is_locked(request.user, self.page):
            messages.error(request, _("The form is locked. Unlock it before you add steps."))
            return redirect(_EDIT, self.page.pk)
        origin = self._origin(request.POST.get("form", ""))
        if origin is None:
            return self._screen(request, None, None)
        form = StepsForm(request.POST, origin=origin)
        if not form.is_valid():
            return self._screen(request, origin, form)
        count, notes = add_steps(self.page, origin=origin, picked=form.cleaned_data["steps"], user=request.user)
        text = ngettext("%(count)d step was added at the end.", "%(count)d steps were added at the end.", count)
        messages.success(request, text % {"count": count})
        _tell(request, notes)
        return redirect(_EDIT, self.page.pk)

    def _origin(self, given: str) -> FormPage | None:
        """Return the other form, if the person may take from it."""
        return next((page for page in origins(self.request.user, self.page) if str(page.pk) == given), None)

    def _screen(self, request: HttpRequest, origin: FormPage | None, form: StepsForm | None) -> HttpResponse:
        context = {"page": self.page, "origins": origins(request.user, self.page), "origin": origin, "form": form}
        status = 422 if form is not None and form.errors else 200
        return render(request, "forms_flow/pages/portable/steps.html", context, status=status)


@method_decorator(never_cache, name="dispatch")
class ImportView(View):
    """Make a draft of the form that a file holds."""

    home: Page

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Let in only those who may add a form."""
        home = arabic_home()
        if home is None or not may_import(request.user):
            raise PermissionDenied
        self.home = home
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest) -> HttpResponse:
        """Ask for the file."""
        return self._screen(request, FileForm())

    def post(self, request: HttpRequest) -> HttpResponse:
        """Make the draft and open it, or say what is wrong with the file."""
        form = FileForm(request.POST, request.FILES)
        if not form.is_valid():
            return self._screen(request, form)
        upload = form.cleaned_data["file"]
        try:
            check_size(upload.size)
            document = read(upload.read(MAX_BYTES + 1))
        except FormFileError as error:
            form.add_error("file", [*error.args])
            return self._screen(request, form)
        made = load(document, parent=self.home, user=request.user)
        return _open(request, made, _("The form was made as a draft. Look through it before you publish it."))

    def _screen(self, request: HttpRequest, form: FileForm) -> HttpResponse:
        status = 422 if form.errors else 200
        return render(request, "forms_flow/pages/portable/import.html", {"form": form}, status=status)


def _ask_for(allowed: bool) -> None:  # noqa: FBT001 - the answer of a question
    if not allowed:
        raise PermissionDenied


def _open(request: HttpRequest, made: Loaded, text: str) -> HttpResponse:
    """Lead to the editor of the new form, with everything that has to be known of it."""
    messages.success(request, text)
    _tell(request, made.notes)
    return redirect(_EDIT, made.page.pk)


def _tell(request: HttpRequest, notes: list[str]) -> None:
    for note in notes:
        messages.warning(request, note)
