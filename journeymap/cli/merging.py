"""``journeymap import --merge``: writes what is new, tells what differs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from journeymap.cli import output
from journeymap.cli.remarks import cut, remark_lines

if TYPE_CHECKING:
    from journeymap.api.importing import ImportReport
    from journeymap.exchange.merging import Merged

__all__ = ["merge"]

_DONE = "merged into {target}: added: {added}, differences: {conflicts}, not in the source: {missing}"
_DIFFERS = "difference: {file}:{line}: {path} stays {kept}; the source says {imported}"
_CANNOT = "difference: {file}:{line}: {path} comes from an alias and stays; the source says {imported}"
_MISSING = "not in the source: {path}"
_ADDED = "added: {path}"


def merge(report: ImportReport, target: str, sources: tuple[str, ...], *, verbose: bool) -> bool:
    """Merges an imported map into the one at `target`; whether they differ in what both say."""
    from journeymap import api
    from journeymap.adapters.overwriting import write_over

    merged = api.merge_map(target, report.map)
    for name, content in merged.files.items():
        write_over(name, content, sources)
    counts = {"added": len(merged.added), "conflicts": len(merged.conflicts), "missing": len(merged.missing)}
    told = cut(list(_told(merged)), verbose=verbose)
    output.inform([_DONE.format(target=target, **counts), *told, *remark_lines(report.remarks, verbose=verbose)])
    return bool(merged.conflicts)


def _told(merged: Merged) -> Iterator[str]:
    for one in merged.conflicts:
        template = _DIFFERS if one.kept else _CANNOT
        yield template.format(file=one.file, line=one.line, path=one.path, kept=one.kept, imported=one.imported)
    yield from (_ADDED.format(path=path) for path in merged.added)
    yield from (_MISSING.format(path=path) for path in merged.missing)
