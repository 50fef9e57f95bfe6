"""Settings that a program declares once: read from flags and variables, refused in both languages.

What is declared is a frozen dataclass whose fields say what they are for (`about`). The program
hands in its arguments and environment; nothing here looks at either by itself.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Mapping, Sequence
from dataclasses import Field, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar, get_type_hints

import corpus

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Declared = TypeVar("Declared", bound="DataclassInstance")


class SettingsError(corpus.SijeongError):
    """A setting that is unknown or has a value that cannot be used."""


def about(
    description: str, *, flag: str | None = None, most: int | None = None
) -> dict[str, str | int | None]:
    """What a setting is for; the flag's word for its value, where it has a flag; its most."""
    return {"help": description, "flag": flag, "most": most}


def read_declared(
    settings: type[Declared],
    arguments: Sequence[str],
    environment: Mapping[str, str],
    *,
    prefix: str,
    program: str,
    description: str,
) -> Declared:
    """Settings from flags, else the environment, else their defaults; raises SettingsError.

    A variable is the prefix and the setting's name in capitals; one with the prefix that is no
    setting is refused, for it is misspelt.
    """
    declared = fields(settings)
    known = {prefix + one.name.upper(): one for one in declared}
    kinds = get_type_hints(settings)
    values: dict[str, Any] = {}
    for variable in sorted(environment):
        if not variable.startswith(prefix):
            continue
        if variable not in known:
            raise SettingsError(
                "unknown_setting",
                f"{variable}은(는) 없는 설정입니다. 쓸 수 있는 설정: {', '.join(sorted(known))}",
                f"{variable} is not a setting. The settings are: {', '.join(sorted(known))}",
            )
        one = known[variable]
        values[one.name] = _parse(variable, one, kinds[one.name], environment[variable])
    parser = _parser(declared, prefix, program, description)
    given = vars(parser.parse_args(arguments))
    for one in declared:
        value = given.get(one.name)
        if isinstance(value, list):
            values[one.name] = tuple(map(Path, value))
        elif value is not None:
            values[one.name] = _parse(f"--{one.name}", one, kinds[one.name], value)
    return settings(**values)


def _parse(label: str, one: Field[Any], kind: object, text: str) -> object:
    """The value of a setting, of the type that the setting is declared with."""
    if kind is bool and text.lower() in ("true", "false"):
        return text.lower() == "true"
    if kind is int and text.isascii() and text.isdecimal() and _is_within(one, int(text)):
        return int(text)
    if kind is str:
        return text
    if kind is Path and text:
        return Path(text)
    if kind == tuple[Path, ...] and text:
        return tuple(Path(part) for part in text.split(os.pathsep) if part)
    expected = {bool: "true/false", int: "1, 2, 3 …"}.get(kind, "…")  # type: ignore[call-overload]
    raise SettingsError(
        "invalid_setting",
        f"{label}에 쓸 수 없는 값입니다: {text!r} (예: {expected})",
        f"{label} cannot be {text!r} (expected: {expected})",
    )


def _is_within(one: Field[Any], value: int) -> bool:
    most = one.metadata["most"]
    return value > 0 and (most is None or value <= most)


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise SettingsError("invalid_arguments", f"명령을 이해할 수 없습니다: {message}", message)


def _parser(
    declared: Sequence[Field[Any]], prefix: str, program: str, description: str
) -> argparse.ArgumentParser:
    parser = _Parser(
        prog=program,
        description=description,
        epilog="environment:\n"
        + "\n".join(f"  {prefix}{one.name.upper():<30}{one.metadata['help']}" for one in declared),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    for one in declared:
        if one.metadata["flag"]:
            parser.add_argument(
                f"--{one.name}",
                metavar=one.metadata["flag"],
                help=one.metadata["help"],
                action="append" if one.type == "tuple[Path, ...]" else "store",
            )
    return parser
