"""From foreign files to a map: guess the kind, read, fold, build."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from journeymap.exchange.importing.building import built
from journeymap.exchange.importing.content import Content
from journeymap.exchange.importing.draft import Draft, Remark, SourceText
from journeymap.exchange.importing.folding import fold
from journeymap.exchange.importing.kinds import ImportKind
from journeymap.exchange.importing.result import Imported
from journeymap.model import ContactMap

__all__ = ["translate"]


def translate(sources: Sequence[SourceText], kind: ImportKind, name: str | None = None) -> Imported:
    """The map that files of one kind make together, whatever their order; `name` takes the place of its own name.

    Raises CannotRun, with file and place, for a file that cannot be read.
    """
    ordered = sorted(sources, key=lambda source: (source.name, source.content))
    repeated = [remark for source in ordered for remark in Content(source).remarks]
    held, remarks = _held(kind, ordered)
    if held is not None:
        contact_map = held.model_copy(update={"name": name}) if name else held
        return _imported(contact_map, kind, ordered, [*repeated, *remarks], 0)
    draft: Draft = kind.module.read(ordered)
    folded = fold(draft)
    contact_map, left_out = built(draft, folded, name)
    told = [*repeated, *remarks, *draft.remarks, *folded.remarks, *left_out]
    return _imported(contact_map, kind, ordered, told, folded.count)


def _held(kind: ImportKind, sources: Sequence[SourceText]) -> tuple[ContactMap | None, tuple[Remark, ...]]:
    """The map that the files hold as a whole; None where one has to be made of what they say."""
    if kind.holds_map:
        contact_map, remarks = kind.module.read_map(sources)
        return contact_map, remarks
    if kind.may_hold_map and len(sources) == 1:
        found: tuple[ContactMap | None, tuple[Remark, ...]] = kind.module.carried_map(sources[0])
        return found
    return None, ()


def _imported(
    contact_map: ContactMap, kind: ImportKind, sources: Sequence[SourceText], remarks: Iterable[Remark], folded: int
) -> Imported:
    names = tuple(source.name for source in sources)
    return Imported(contact_map, kind.name, names, _in_order(remarks), folded)


def _in_order(remarks: Iterable[Remark]) -> tuple[Remark, ...]:
    """Remarks by file and line; what says the same of the same place is said once."""
    different = {(remark.kind, remark.place, str(remark.message)): remark for remark in remarks}
    return tuple(sorted(different.values(), key=lambda remark: (remark.place.file, remark.place.line or 0)))
