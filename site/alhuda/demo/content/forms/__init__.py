"""The forms of the demonstration, one a file: each is built of the blocks that an editor uses."""

from collections.abc import Mapping
from typing import Any

from alhuda.demo.content.forms import (
    assistance,
    complaint,
    group,
    inquiry,
    privacy,
    satisfaction,
    suggestion,
    volunteer,
    whistle_blowing,
)

#: In the order in which the site lists them.
FORMS: tuple[Mapping[str, Any], ...] = (
    assistance.FORM,
    volunteer.FORM,
    group.FORM,
    inquiry.FORM,
    complaint.FORM,
    suggestion.FORM,
    whistle_blowing.FORM,
    privacy.FORM,
    satisfaction.FORM,
)
