"""`python -m graphql_api` prints the schema, as it is kept in `schema.graphql`."""

from __future__ import annotations

from graphql_api.schema import build_schema

if __name__ == "__main__":
    print(build_schema().as_str())
