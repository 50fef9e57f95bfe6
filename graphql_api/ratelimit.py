"""The rate limit as part of an answer: what the query costs, and what its caller has left."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import strawberry

from graphql_api.allowance import AllowanceOptions, Charge


@strawberry.type(
    description=(
        "사용 한도: 질의의 비용만큼 줄고 시간이 가면 다시 찬다. / "
        "The allowance: each query takes its cost, and it fills again with time"
    )
)
class RateLimit:
    """How much a caller may ask for, in the cost of queries."""

    limit: int = strawberry.field(description="한 번에 쓸 수 있는 전부 / All there is at once")
    cost: int = strawberry.field(description="이 질의의 비용 / What this query costs")
    remaining: int = strawberry.field(description="남은 몫 / What is left")
    reset_at: datetime = strawberry.field(
        description="다시 다 차는 때(UTC) / When it is whole again, in UTC"
    )

    @classmethod
    def of(cls, charge: Charge | None) -> RateLimit:
        """Where the caller of a request stands."""
        now = datetime.now(UTC).replace(microsecond=0)
        if charge is None:
            most = AllowanceOptions().burst
            return cls(limit=most, cost=0, remaining=most, reset_at=now)
        standing = charge.standing
        return cls(
            limit=standing.limit,
            cost=charge.cost,
            remaining=standing.remaining,
            reset_at=now + timedelta(seconds=standing.reset_seconds),
        )
