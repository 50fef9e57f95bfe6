"""The description of the REST mirror, OpenAPI 3.1, made from the declarations that it runs on."""

from __future__ import annotations

from typing import Any

from graphql_api.columns import Column, Kind
from graphql_api.parameters import OPTIONS, Parameter
from graphql_api.resources import LISTED, SEARCHING, Municipalities, Search, TableResource

PREFIX = "/api/v1"
VERSION = "1.0.0"
"""Of the mirror, by Semantic Versioning; what breaks callers gets a new prefix."""

_TYPES = {
    Kind.TEXT: ["string"],
    Kind.INTEGER: ["integer"],
    Kind.BIG_INTEGER: ["integer"],
    Kind.FIGURE: ["number", "string"],
    Kind.BOOLEAN: ["boolean"],
    Kind.DATE: ["string"],
}
_ERRORS = {
    "400": ("잘못된 매개변수", "A parameter that makes no sense"),
    "404": ("없는 것", "Nothing has this address"),
    "405": ("GET이나 HEAD가 아님", "Another method than GET and HEAD"),
    "503": ("아직 준비되지 않음", "Not ready; Retry-After says when to come back"),
}


def value_schema(column: Column) -> dict[str, Any]:
    """What JSON holds for a column, as JSON Schema 2020-12."""
    schema: dict[str, Any]
    if column.kind is Kind.STRUCT:
        schema = object_schema(column.parts)
        types = ["object"]
    else:
        types = _TYPES[column.kind]
        schema = {}
        if column.kind is Kind.DATE:
            schema["format"] = "date"
        if column.choices:
            absent = [] if column.is_required else [None]
            schema["enum"] = [*column.choices, *absent]
    nullable = column.is_list or column.is_required
    schema = {"type": types if nullable else [*types, "null"]} | {
        key: value for key, value in schema.items() if key != "type"
    }
    if column.is_list:
        schema = {"type": "array", "items": schema}
    unit = f" ({column.unit})" if column.unit else ""
    return schema | {"description": f"{column.ko} / {column.en}{unit}"}


def object_schema(columns: tuple[Column, ...]) -> dict[str, Any]:
    """A row: every column is there, null where there is nothing to say."""
    return {
        "type": "object",
        "properties": {column.name: value_schema(column) for column in columns},
        "required": [column.name for column in columns],
        "additionalProperties": False,
    }


def parameter_schema(one: Parameter) -> dict[str, Any]:
    """What a parameter may be, as JSON Schema."""
    schema: dict[str, Any] = {"type": "integer" if one.kind == "integer" else "string"}
    for key, value in (("minimum", one.least), ("maximum", one.most), ("default", one.default)):
        if value is not None:
            schema[key] = value
    if one.choices:
        schema["enum"] = list(one.choices)
    elif one.kind == "text":
        schema["maxLength"] = one.longest
    if one.is_list:
        schema = {"type": "array", "items": schema, "maxItems": OPTIONS.most_values}
    return schema


def _parameter(one: Parameter) -> dict[str, Any]:
    return {
        "name": one.name,
        "in": "query",
        "required": one.is_required,
        "description": f"{one.ko} / {one.en}",
        "schema": parameter_schema(one),
        "style": "form",
        "explode": True,
    }


def _responses(schema: dict[str, Any], *, is_list: bool) -> dict[str, Any]:
    headers = {"ETag": {"schema": {"type": "string"}}}
    if is_list:
        headers["Link"] = {"schema": {"type": "string"}}
    return {
        "200": {
            "description": "찾은 것 / What was found",
            "headers": headers,
            "content": {"application/json": {"schema": schema}},
        },
        "304": {"description": "그대로임 / Unchanged since the ETag given"},
        **{status: {"$ref": f"#/components/responses/{status}"} for status in _ERRORS},
    }


def _row_name(resource: TableResource | Municipalities | Search) -> str:
    if isinstance(resource, TableResource) and resource.table.records == "facts":
        return "fact"
    return resource.name.replace("-", "_")


def _list(resource: TableResource | Municipalities | Search) -> dict[str, Any]:
    ko, en = resource.words
    row = {"$ref": f"#/components/schemas/{_row_name(resource)}"}
    schema = {
        "type": "object",
        "properties": {
            "data": {"type": "array", "items": row},
            "next": {"type": ["string", "null"], "description": "다음 쪽 / The next page"},
            "snapshot": {"type": "string"},
        },
        "required": ["data", "next", "snapshot"],
        "additionalProperties": False,
    }
    return {
        "get": {
            "operationId": f"list_{resource.name.replace('-', '_')}",
            "summary": f"{ko} / {en}",
            "parameters": [_parameter(one) for one in resource.parameters],
            "responses": _responses(schema, is_list=True),
        }
    }


def _item(resource: TableResource | Municipalities) -> dict[str, Any]:
    ko, en = resource.words
    schema = {
        "type": "object",
        "properties": {
            "data": {"$ref": f"#/components/schemas/{_row_name(resource)}"},
            "snapshot": {"type": "string"},
        },
        "required": ["data", "snapshot"],
        "additionalProperties": False,
    }
    return {
        "get": {
            "operationId": f"get_{resource.name.replace('-', '_')}",
            "summary": f"식별자로 찾은 하나: {ko} / One by its id: {en}",
            "parameters": [
                {
                    "name": "id",
                    "in": "path",
                    "required": True,
                    "description": "식별자, /를 그대로 써도 된다 / The id; its slashes may stand",
                    "schema": {"type": "string"},
                }
            ],
            "responses": _responses(schema, is_list=False),
        }
    }


def description() -> dict[str, Any]:
    """The whole document."""
    paths: dict[str, Any] = {f"{PREFIX}/{SEARCHING.name}": _list(SEARCHING)}
    schemas = {_row_name(SEARCHING): object_schema(SEARCHING.columns)}
    for resource in LISTED.values():
        paths[f"{PREFIX}/{resource.name}"] = _list(resource)
        paths[f"{PREFIX}/{resource.name}/{{id}}"] = _item(resource)
        schemas[_row_name(resource)] = object_schema(resource.columns)
    text = {"type": "string"}
    names = ("code", "message_ko", "message_en", "request_id")
    error = {
        "type": "object",
        "properties": {name: text for name in names},
        "required": list(names),
        "additionalProperties": False,
    }
    schemas["error"] = {
        "type": "object",
        "properties": {"error": error},
        "required": ["error"],
        "additionalProperties": False,
    }
    refused = {"application/json": {"schema": {"$ref": "#/components/schemas/error"}}}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "시정 Sijeong",
            "version": VERSION,
            "description": (
                "한국 지방자치단체의 계획·예산·성과·청렴 문서와 그 사실. 각 기록의 이용 조건은 그"
                " 문서의 licence를 따른다. / Plans, budgets, performance and integrity documents of"
                " Korean local governments and the facts they state; what may be done with a"
                " record is said by the licence of its document."
            ),
        },
        "servers": [{"url": "/"}],
        "paths": paths,
        "components": {
            "schemas": schemas,
            "responses": {
                status: {"description": f"{ko} / {en}", "content": refused}
                for status, (ko, en) in _ERRORS.items()
            },
        },
    }
