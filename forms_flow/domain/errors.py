"""Why a verb may refuse."""


class DomainError(Exception):
    """Nothing was changed."""


class ConflictError(DomainError):
    """Somebody else changed the application meanwhile; the actor decides again with what is there now."""


class NotAllowedError(DomainError):
    """The actor may not do this, or not to this application."""


class IllegalMoveError(DomainError):
    """The application does not stand where this move begins."""


class MissingInputError(DomainError):
    """The move needs something that was not given; `field` names it."""

    def __init__(self, field: str) -> None:
        """Name the missing field."""
        super().__init__(field)
        self.field = field
