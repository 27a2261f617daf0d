"""What every importer makes of a foreign artefact: blocks and the ways between them, each with its place in the source.

An importer translates, it does not tidy up: purely technical blocks stay in the draft with the role ``technical``;
`folding` takes them out and joins their conditions, `building` makes readable ids and the contact map.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from journeymap.findings import Message
from journeymap.model.values import Kind

__all__ = ["END", "Block", "Channel", "Draft", "Flow", "Item", "Place", "Remark", "SourceText", "Way"]

END = "\0end"
"""The target of a way on which the contact ends (disconnect, hang up, exit): no place of its own.

On an ordinary way nothing follows; `folding` makes the end of a `failure` or `closed` way a touchpoint "Contact ends"
of the flow, which is a dead end for the customer. An importer never makes a block of an end.
"""


@dataclass(frozen=True, slots=True)
class SourceText:
    """A file to be imported: its name as shown to the user (POSIX slashes) and its bytes."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in the source: the line counts from 1 (None where it is not known); `within` is the
    path or the name by which the format's own editor finds it.
    """

    file: str
    line: int | None = None
    within: str = ""


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to tell about the source: `error` is a fault in it, `dropped` could not be translated, `assumed` was
    decided by the importer where the source is silent.
    """

    kind: Literal["error", "dropped", "assumed"]
    place: Place
    message: Message


@dataclass(frozen=True, slots=True)
class Channel:
    """A medium: `key` is its id in the map."""

    key: str
    name: str
    mode: Literal["live", "message", "self", "internal"]


@dataclass(frozen=True, slots=True)
class Item:
    """An item the customer is asked for: `key` makes equal items one (a name for people is enough), `name` is shown."""

    key: str
    name: str
    sensitive: bool = False
    always: bool = False
    """Asked on every visit, whether it is known or not."""


@dataclass(frozen=True, slots=True)
class Way:
    """A way on from a block; `target` is END, or the key of a block of any flow, or of a flow or an alias of one: its
    first block is meant.

    `when` is the condition in words; `failure` marks an error or time-out branch; `closed` one that is taken
    because it is closed; `kind` is None for the language's own default.
    """

    target: str
    when: str = ""
    kind: Kind | None = None
    failure: bool = False
    closed: bool = False
    limit: int | None = None
    place: Place | None = None
    wait: timedelta | None = None
    """Time that passes on the way."""
    if_closed: Way | None = None
    """The way to whoever takes the contact when the target is closed; `folding` finds it behind hours blocks."""


@dataclass(frozen=True, slots=True)
class Block:
    """A step of a flow. `key` is unique in the draft (``flow key/block id``); `name` is for people.

    A block with the role ``technical`` is folded into the transfers between its neighbours; ``hours`` is a
    technical block that asks whether it is open: its ways say which is taken when closed, `hours` the
    opening hours where the source tells them.
    """

    key: str
    flow: str
    name: str
    place: Place
    role: Literal["touchpoint", "technical", "hours"] = "technical"
    channel: str = ""
    handled_by: Literal["person", "machine"] | None = None
    asks: tuple[Item, ...] = ()
    tasks: tuple[str, ...] = ()
    resolves: bool = False
    advances: bool = False
    hours: str | None = None
    department: str | None = None
    """Key of a flow or free words, where another department than the flow's answers for the block."""
    stage: str | None = None
    ways: tuple[Way, ...] = ()


@dataclass(frozen=True, slots=True)
class Flow:
    """A flow, form, process or lane: a department of the map. `first` is the key of its first block.

    `entry` says whether customers can begin here; `aliases` are all names by which other flows call it (id, ARN,
    symbolic name). `others` are keys of further blocks with which it begins, one for each way in of its own (calls,
    messages).
    """

    key: str
    name: str
    place: Place
    first: str | None
    entry: bool = False
    aliases: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """What one or many source files say, in the order of the files."""

    name: str
    flows: tuple[Flow, ...]
    blocks: tuple[Block, ...]
    channels: tuple[Channel, ...]
    remarks: tuple[Remark, ...] = ()
    language: str | None = None
    meeting: frozenset[str] | None = None
    """Keys of the flows in which customers are met, for processes: then a way of no kind is a step inside a flow, a
    ticket to another, and a callback from where customers are not met to where they are. Else the language's default.
    """
