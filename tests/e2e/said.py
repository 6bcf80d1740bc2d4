"""What the people in the browser tests say: step -> question -> what is typed, or the keys that are chosen."""

from tests.e2e.people import Said, identity


def birth(day: str, month: str, year: str, calendar: str = "gregorian") -> dict[str, str]:
    """Return the answer to a question for a date."""
    return {"calendar": calendar, "day": day, "month": month, "year": year}


#: An application for a place on the Umrah trip, for oneself.
UMRAH: dict[str, Said] = {
    "residence": {"lives_in_rabigh": "yes"},
    "last-umrah": {"umrah_last": "never"},
    "first-hajj": {"hajj_before": "no"},
    "means": {"limited_means": "yes"},
    "permit": {"permit_status": "not_now"},
    "applicant": {"applicant_role": "self"},
    "identity": {"identity": identity(1179827)},
    "name": {"full_name": "نورة بنت سالم البلادي"},
    "sex": {"sex": "female"},
    "birth": {"birth_date": birth("٥", "٧", "١٣٩٠", "hijri")},
    "contact-way": {"contact_way": "sms"},
    "contact": {"mobile": "٠٥٠١٢٣٤٢٧٨"},
    "language": {"language": "ar"},
    "home": {"district": {"region": "rabigh"}, "address": {"short": "RRRD2929"}},
    "household": {"household_size": "5", "dependants": "3"},
    "income-consent": {},
    "health-consent": {},
    "accompanied": {"mahram_needed": "no"},
    "need": {"need": "لم أعتمر منذ عشر سنوات ولا أقدر على نفقة السفر."},
    "other-help": {"other_help": "no"},
    "consents": {"consent_process": {"tick": True}},
}
