"""The customer is asked again for what they already gave."""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.analysis import Answers
from journeymap.analysis.repeats import Repeat
from journeymap.findings import Finding, Json, Message, Related, Severity, Step
from journeymap.graph import Edge, Network
from journeymap.rules.rule import Rule
from journeymap.rules.telling import handed_over, name, question_path, touchpoint_path, transfer_path

__all__ = ["RULE", "check"]

_ASKED_AGAIN = 'the customer is asked again for "{information}" at "{touchpoint}", already given at "{given}"'
_HELP = (
    'let the transfer from "{from}" to "{to}" carry it (carries), hand over with a briefing (kind: warm), '
    "or record it in a system that is read here"
)


def check(answers: Answers) -> Iterator[Finding]:
    """One finding per touchpoint and item that is asked there although the customer gave it before."""
    for repeat in answers.repeats.repeated:
        yield _finding(answers, repeat)


def _finding(answers: Answers, repeat: Repeat) -> Finding:
    network = answers.network
    key = network.ids[repeat.touchpoint]
    given = repeat.walk.touchpoints[0]
    first_loss = repeat.lost_on[0]
    values = {
        "information": answers.map.name_of("information", repeat.item),
        "touchpoint": name(network, repeat.touchpoint),
        "given": name(network, given),
        "from": name(network, first_loss.source),
        "to": name(network, first_loss.target),
    }
    lost = sorted({(network.ids[edge.source], network.ids[edge.target]) for edge in repeat.lost_on})
    lost_on: list[Json] = [[source, target] for source, target in lost]
    return Finding(
        code="JM301",
        path=question_path(network, repeat.touchpoint, repeat.item),
        subject={"touchpoint": key, "information": repeat.item, "lost_on": lost_on},
        message=Message(_ASKED_AGAIN, values),
        help=Message(_HELP, values),
        cases=answers.cases.labels(repeat.cases),
        witness=tuple(_story(network, repeat)),
        related=(
            Related(question_path(network, given, repeat.item), Message("given here")),
            *(Related(path, Message("lost here")) for path in _paths(network, repeat.lost_on)),
        ),
        elements=(touchpoint_path(network, repeat.touchpoint), *_paths(network, repeat.lost_on)),
        key={"touchpoint": key, "information": repeat.item},
    )


def _paths(network: Network, edges: tuple[Edge, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(transfer_path(network, edge) for edge in edges))


def _story(network: Network, repeat: Repeat) -> Iterator[Step]:
    first, *_, last = repeat.walk.touchpoints
    yield Step("gives", {"touchpoint": network.ids[first], "information": repeat.item})
    for edge in repeat.walk.edges:
        yield _lost(network, edge, repeat.item) if edge in repeat.lost_on else handed_over(network, edge)
    yield Step("asked_again", {"touchpoint": network.ids[last], "information": repeat.item})


def _lost(network: Network, edge: Edge, item: str) -> Step:
    carries = edge.carries if isinstance(edge.carries, str) else ", ".join(edge.carries)
    return Step("lost", {**handed_over(network, edge).facts, "information": item, "carries": carries or "none"})


RULE = Rule("JM301", "repeated-information", Severity.ERROR, check, __name__)
