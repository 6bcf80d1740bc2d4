"""Private pages: what a post may claim."""

import pytest
from django.test import Client

pytestmark = [pytest.mark.integration, pytest.mark.django_db]
BODY = b'--x\r\nContent-Disposition: form-data; name="reference"\r\n\r\n+2AA- \\ud800 \xd9\xa1\r\n--x--\r\n'


@pytest.mark.parametrize("codec", ["hex", "bz2", "rot13", "utf-7", "unicode_escape", "idna", "undefined"])
def test_a_post_is_read_as_utf_8_whatever_it_claims(client: Client, codec: str) -> None:
    """Some codecs of Python only raise, others give halves of characters that cannot be stored."""
    answer = client.generic("POST", "/track/", BODY, f"multipart/form-data; boundary=x; charset={codec}")
    assert answer.status_code == 200
    assert answer.context["form"]["reference"].value() == "+2AA- \\ud800 ١"


@pytest.mark.parametrize(
    ("fields", "length", "status"), [(600, 1, 200), (601, 1, 400), (1, 300_000, 200), (2, 150_001, 400)]
)
def test_a_post_that_no_page_of_ours_can_send_is_refused(client: Client, fields: int, length: int, status: int) -> None:
    """Wagtail's editor may send ten thousand fields, a public form may not."""
    data = {f"field-{number}": "x" * length for number in range(fields)}
    assert client.post("/track/", data).status_code == status
    assert client.post("/track/", {"field": list(data.values())}).status_code == status
