"""All files as one draft, and what had to be assumed in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from journeymap.errors import CannotRun
from journeymap.exchange.importing.bpmn.drafting import FileDraft
from journeymap.exchange.importing.bpmn.process import Definitions, Link, Node
from journeymap.exchange.importing.bpmn.reading import definitions_of
from journeymap.exchange.importing.bpmn.scopes import called
from journeymap.exchange.importing.bpmn.steps import is_plain
from journeymap.exchange.importing.bpmn.wording import BACK_OFFICE, CONTACT, is_customer
from journeymap.exchange.importing.draft import Draft, Place, Remark, SourceText
from journeymap.findings import Message

__all__ = ["draft_of"]

_NOTHING = 'nothing in "{file}" could be a touchpoint: no process in it has a task{seen}'
_TRY_OTHERS = "import a file with processes or a collaboration"
_PLAIN = "tasks that do not say who does them are done by persons, in lanes named after a system by a machine: {count}"
_ENDS = "where a process ends normally, the last task before the end settles the matter"
_STARTS = "customers begin where a process starts, unless a message from another lane or pool starts it"
_HANDS = (
    "between lanes and pools contacts are handed over in writing (ticket); from where customers are never met to where "
    "they are, the company makes contact again (callback)"
)
_TOGETHER = 'work done "at the same time" (parallel gateways: {count}): the map shows each branch as a way of its own'
_NO_DEFAULT = 'no way out of "{name}" is the default: one of its conditions is taken to hold always'
_NO_CONDITION = 'nothing says when "{name}" is left for "{target}"'
_CHOICES = frozenset({"exclusiveGateway", "inclusiveGateway"})


def draft_of(files: Sequence[SourceText]) -> Draft:
    """The files as one draft. Raises CannotRun if one is no BPMN, and if there is nothing to meet in all of them."""
    remarks: list[Remark] = []
    read = [definitions_of(file, remarks) for file in files]
    if not any(node.is_activity for one in read for node in one.nodes.values()):
        seen = "".join(f", {count} {what}" for one in read[:1] for what, count in one.left_out.items())
        raise CannotRun(_NOTHING.format(file=read[0].file, seen=seen), help=_TRY_OTHERS)
    processes = {key for one in read for key in one.processes}
    calls = {
        called(node) for one in read for node in one.nodes.values() if called(node) and called(node) != node.process
    }
    parts = [FileDraft(one, processes, calls, remarks) for one in read]
    flows = tuple(flow for part in parts for flow in part.flows())
    blocks = tuple(block for part in parts for block in part.blocks())
    channels = dict.fromkeys((CONTACT, BACK_OFFICE)) | dict.fromkeys(one for part in parts for one in part.channels)
    for part in parts:
        remarks += part.told()
    remarks += _assumed(read)
    meeting = frozenset(key for part in parts for key in part.facing)
    return Draft(_name(read), flows, blocks, tuple(channels), tuple(remarks), meeting=meeting)


def _assumed(read: Sequence[Definitions]) -> Iterator[Remark]:
    """What is assumed about all files, each said once; gateways that leave something open, each where it stands."""
    nodes = [node for one in read for node in one.nodes.values()]
    nowhere = Place("")
    plain = sum(is_plain(node) for node in nodes)
    parallel = sum(node.tag == "parallelGateway" for node in nodes)
    yield Remark("assumed", nowhere, Message(_STARTS))
    yield Remark("assumed", nowhere, Message(_ENDS))
    yield Remark("assumed", nowhere, Message(_HANDS))
    if plain:
        yield Remark("assumed", nowhere, Message(_PLAIN, {"count": plain}))
    if parallel:
        yield Remark("assumed", nowhere, Message(_TOGETHER, {"count": parallel}))
    for one in read:
        yield from _open_choices(one)


def _open_choices(definitions: Definitions) -> Iterator[Remark]:
    leaving: dict[str, list[tuple[str, Link]]] = {}
    for link in definitions.sequence:
        node = definitions.nodes[link.source]
        if node.tag in _CHOICES:
            said = "default" if _is_default(node, link.id) else link.condition or link.name
            leaving.setdefault(node.id, []).append((said, link))
    for key, ways in leaving.items():
        node = definitions.nodes[key]
        answers = [words for words, _ in ways]
        if len(ways) > 1 and any(answers):
            for words, link in ways:
                if not words:
                    values = {"name": node.name, "target": definitions.nodes[link.target].name}
                    yield Remark("error", link.place, Message(_NO_CONDITION, values))
            if "default" not in answers and all(link.condition for _, link in ways):
                yield Remark("assumed", node.place, Message(_NO_DEFAULT, {"name": node.name}))


def _is_default(node: Node, link: str) -> bool:
    return node.element.attributes.get("default", "").rpartition(":")[2] == link


def _name(read: Sequence[Definitions]) -> str:
    """The name of the only process or pool of the company; else that of the first file."""
    first = read[0]
    pools = [pool.name for pool in first.pools if pool.process and pool.name and not is_customer(pool.name)]
    processes = [process.name for process in first.processes.values() if process.name]
    stem = first.file.rpartition("/")[2].rpartition(".")[0]
    if len(read) > 1:
        folder = first.file.rpartition("/")[0].rpartition("/")[2]
        return folder or first.name or stem
    if len(pools) == 1 or len(processes) == 1:
        return pools[0] if len(pools) == 1 else processes[0]
    return first.name or stem
