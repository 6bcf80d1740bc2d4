"""The applicant's journey: start, steps, check, send, receipt, resume. The only place that knows django-formtools."""
