"""Pools of which only the name is known: who is asked there, and where the answer arrives."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from journeymap.exchange.importing.bpmn.parties import Parties
from journeymap.exchange.importing.bpmn.process import Link, Pool
from journeymap.exchange.importing.bpmn.ways import Edge
from journeymap.exchange.importing.draft import END, Remark
from journeymap.findings import Message

__all__ = ["Conversation", "conversations_of"]

_MOST_SEARCHED = 400
_UNANSWERED = 'messages to or from the pool "{pool}" that are no question with an answer: {count}; not in the map'


@dataclass(frozen=True, slots=True)
class Conversation:
    """Questions to a pool without steps, and the steps at which the answer to all of them arrives."""

    key: str
    pool: Pool
    questions: tuple[Link, ...]
    answers: tuple[Link, ...]


def conversations_of(
    parties: Parties, edges: Mapping[str, Sequence[Edge]], remarks: list[Remark]
) -> tuple[Conversation, ...]:
    """Each question with the answers that can follow it; other messages are told in `remarks`.

    A step that asks and gets the answer itself hands nothing over. Each search is limited.
    """
    found: list[Conversation] = []
    for pool in parties.pools.values():
        links = [link for link in parties.outside if pool.id in (link.source, link.target)]
        if links:
            here = list(_with(pool, links, edges))
            found += here
            count = len(links) - len({link.id for one in here for link in (*one.questions, *one.answers)})
            if count:
                message = Message(_UNANSWERED, {"pool": pool.name or pool.id, "count": count})
                remarks.append(Remark("dropped", pool.place, message))
    return tuple(found)


def _with(pool: Pool, links: Sequence[Link], edges: Mapping[str, Sequence[Edge]]) -> Iterator[Conversation]:
    asking = {link.source for link in links if link.target == pool.id}
    arriving: dict[str, list[Link]] = {}
    for link in links:
        if link.source == pool.id:
            arriving.setdefault(link.target, []).append(link)
    found: dict[tuple[Link, ...], list[Link]] = {}
    asked: set[str] = set()
    for link in links:
        if link.target == pool.id and link.source not in arriving and link.source not in asked:
            asked.add(link.source)
            nearest = _next(link.source, asking, arriving, edges)
            answers = {one.id: one for key in nearest for one in arriving[key][:1]}
            if answers:
                found.setdefault(tuple(answers[key] for key in sorted(answers)), []).append(link)
    for answering, questions in found.items():
        yield Conversation(f"{pool.id}\0{questions[0].source}", pool, tuple(questions), answering)


def _next(
    source: str, asking: set[str], arriving: Mapping[str, object], edges: Mapping[str, Sequence[Edge]]
) -> Iterator[str]:
    """The nearest steps behind `source` at which an answer arrives, up to the next question."""
    waiting = [edge.target for edge in edges.get(source, ())]
    seen = {source, END}
    while waiting and len(seen) < _MOST_SEARCHED:
        key = waiting.pop(0)
        if key in seen:
            continue
        seen.add(key)
        if key in arriving:
            yield key
        elif key not in asking:
            waiting += [edge.target for edge in edges.get(key, ())]
