"""What may go wrong on the way out, as far as it changes what happens next.

Anything else that a way out raises means: not taken, try again later.
"""


class RefusedError(Exception):
    """The other side will never take this message, so trying again is of no use. The cause names the kind."""


class DoubtfulError(Exception):
    """The line was cut after the message had left: it may have arrived. It goes out again under the same name."""


class NoAddressError(RefusedError):
    """There is nowhere to send it to any more."""


class GatewayError(Exception):
    """The gateway for text messages could not take the message now."""


class UnknownAnswerError(Exception):
    """The gateway answered something that its contract does not know."""
