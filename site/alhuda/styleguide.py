"""The page that shows every component, for whoever works on the design. Served only while DEBUG is on."""

from datetime import date
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from home.contracts import CardFacts, TagFacts, Tone
from home.dates import today

_PARTS = ["1", "2", "3"]


class _SampleForm(forms.Form):
    """One plain question, one with a fault, one with choices."""

    name = forms.CharField(label="الاسم · Name", help_text="…", widget=forms.TextInput({"class": "control"}))
    code = forms.CharField(
        label="الرقم · Number",
        help_text="1101798278",
        max_length=5,
        widget=forms.TextInput({"class": "control control--code"}),
    )
    kind = forms.ChoiceField(
        label="النوع · Kind", choices=[("a", "هوية وطنية"), ("b", "Passport")], widget=forms.RadioSelect
    )


@require_safe
def styleguide(request: HttpRequest) -> HttpResponse:
    """Show every component in both directions."""
    day = today()
    return render(request, "styleguide.html", {"day": day, "directions": ["ar", "en"], "samples": samples(day)})


def samples(day: date) -> dict[str, Any]:
    """Return made-up content for the components."""
    tags = [TagFacts(label=tone.value, tone=tone) for tone in Tone]
    cards = [CardFacts(title=f"خدمة · Service {part}", url="#", text="…", tags=tags[:2]) for part in _PARTS]
    states = ["done", "now", "next"]
    return {
        "tones": list(Tone),
        "alerts": ["info", "good", "warning", "urgent"],
        "cards": cards,
        "errors": [("x", "أدخل رقم الهوية الوطنية: 10 أرقام تبدأ بالرقم 1"), ("y", "Enter a name")],
        "form": _SampleForm({"name": "محمد", "code": "31234000", "kind": "a"}),
        "parts": _PARTS,
        "rows": [{"label": f"سؤال · Question {part}", "lines": ["…"], "change_url": "#"} for part in _PARTS],
        "events": [{"title": f"{state} · {state}", "day": day, "text": "…", "state": state} for state in states],
    }
