"""What can be wrong with a request to the data, said in Korean and in English."""

from __future__ import annotations

import corpus


class ApiError(corpus.SijeongError):
    """A request for data that cannot be answered; the caller can put it right."""

    status = 400


class RequestError(ApiError):
    """The HTTP request does not carry a GraphQL request that can be read."""


class MethodNotAllowedError(ApiError):
    """Another method than GET or POST."""

    status = 405


class NotAcceptableError(ApiError):
    """The caller accepts no media type that can be given."""

    status = 406


class BodyTooLargeError(ApiError):
    """The body of the request is longer than is read."""

    status = 413


class UnsupportedMediaTypeError(ApiError):
    """The body of the request is not JSON in UTF-8."""

    status = 415


class QueryRefusedError(ApiError):
    """A document that does not parse, or that asks for more than one request may."""


class ArgumentError(ApiError):
    """An argument whose value makes no sense: a page size, a cursor, an empty search."""


class PersistedQueryError(ApiError):
    """A persisted query that is named wrongly."""


class PersistedQueryNotFoundError(ApiError):
    """A persisted query that is not known (any more); the caller sends it in full."""

    status = 404


class ForbiddenError(ApiError):
    """A caller who may not have this, whatever it asks."""

    status = 403


class NotFoundError(ApiError):
    """Nothing has this address or this id."""

    status = 404


class StreamNeededError(ApiError):
    """A subscription over a request that takes one answer only."""


class AskingError(ApiError):
    """A question that cannot be answered here or now."""

    status = 503


class AllowanceSpentError(ApiError):
    """A caller that has spent its allowance; `retry_seconds` says when to come back."""

    status = 429

    def __init__(self, retry_seconds: int) -> None:
        self.retry_seconds = max(1, retry_seconds)
        super().__init__(
            "allowance_spent",
            f"쓸 수 있는 몫을 다 썼습니다. {self.retry_seconds}초 뒤에 다시 보내십시오.",
            f"The allowance is spent; come back in {self.retry_seconds} s.",
        )


class BodyTooSlowError(ApiError):
    """The body of the request did not come in time."""

    status = 408


class RangeError(ApiError):
    """A stretch of a file that begins behind its end."""

    status = 416


class UnavailableError(ApiError):
    """What was asked for exists, but cannot be given just now."""

    status = 503
