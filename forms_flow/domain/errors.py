"""Why a verb may refuse."""


class DomainError(Exception):
    """Nothing was changed."""


class ConflictError(DomainError):
    """Somebody else changed the application meanwhile; the actor decides again with what is there now."""


class NotAllowedError(DomainError):
    """The actor may not do this, or not to this application."""


class IllegalMoveError(DomainError):
    """The application does not stand where this move begins."""


class UndeclaredError(DomainError):
    """The declaration has not been given yet: without it a case is not complete."""


class NoGuardianError(DomainError):
    """The applicant is under age and the guardian's consent is not on file."""


class JourneyEndedError(DomainError):
    """The answers lead to an exit page, so there is nothing to send."""


class NotOpenError(DomainError):
    """The form or the service takes no applications now, or the last place was taken a moment ago."""


class AlreadyOpenError(DomainError):
    """The same person has an open application for the service; `reference` is its number."""

    def __init__(self, reference: str) -> None:
        """Name the earlier application."""
        super().__init__(reference)
        self.reference = reference


class MissingInputError(DomainError):
    """The move needs something that was not given; `field` names it."""

    def __init__(self, field: str) -> None:
        """Name the missing field."""
        super().__init__(field)
        self.field = field
