"""The options that all commands which ask letters share, stated once."""

import inspect
from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from typing import Annotated, Any

import typer

from reply import complete, messages


@dataclass(frozen=True)
class Shared:
    """The options of every command that asks letters, before the command or after it."""

    sources: Annotated[list[str] | None, typer.Option("--from", metavar="PATH", help=messages.HELP_FROM)] = (
        None
    )
    issuer: Annotated[
        list[str] | None, typer.Option("--issuer", metavar="WORDS", help=messages.HELP_ISSUER)
    ] = None
    dated: Annotated[list[str] | None, typer.Option("--dated", metavar="EDTF", help=messages.HELP_DATED)] = (
        None
    )
    fmt: Annotated[
        str | None,
        typer.Option(
            "-f",
            "--format",
            help=messages.HELP_FORMAT,
            metavar="FORMAT",
            autocompletion=complete.format_names,
        ),
    ] = None
    columns: Annotated[
        str | None,
        typer.Option(
            "-c",
            "--columns",
            metavar="KEY,...",
            help=messages.HELP_COLUMNS,
            autocompletion=complete.column_names,
        ),
    ] = None
    sort: Annotated[
        str | None,
        typer.Option("--sort", metavar="[-]KEY", help=messages.HELP_SORT, autocompletion=complete.sort_keys),
    ] = None
    limit: Annotated[
        int | None, typer.Option("-n", "--limit", min=1, metavar="N", help=messages.HELP_LIMIT)
    ] = None
    output: Annotated[
        str | None, typer.Option("-o", "--output", metavar="FILE", help=messages.HELP_OUTPUT)
    ] = None
    no_header: Annotated[bool, typer.Option("--no-header", help=messages.HELP_NO_HEADER)] = False
    bom: Annotated[bool, typer.Option("--bom", help=messages.HELP_BOM)] = False
    no_pager: Annotated[bool, typer.Option("--no-pager", help=messages.HELP_NO_PAGER)] = False

    def over(self, before: "Shared | None") -> "Shared":
        """Return these options, where they were not given those given before; lists are joined."""
        if before is None:
            return self
        given = {field.name: getattr(self, field.name) for field in fields(self)}
        return replace(
            before, **{name: joined(getattr(before, name), value) for name, value in given.items() if value}
        )


def joined(before: Any, given: Any) -> Any:
    """Return what is given; lists go after those given before."""
    return [*(before or ()), *given] if isinstance(given, list) else given


def take_shared(command: Callable[..., None], make: Callable[..., object]) -> None:
    """Give a command, as Typer sees it, the arguments of what it calls and the shared options."""
    own = [p for p in inspect.signature(make).parameters.values() if p.name not in ("context", "shared")]
    found = [_CONTEXT, *own, *inspect.signature(Shared).parameters.values()]
    found = [parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY) for parameter in found]
    command.__signature__ = inspect.Signature(found)  # type: ignore[attr-defined] # what Typer reads
    command.__annotations__ = {parameter.name: parameter.annotation for parameter in found}


_CONTEXT = inspect.Parameter("context", inspect.Parameter.KEYWORD_ONLY, annotation=typer.Context)
