"""A person does only what a machine does as well."""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.analysis import Answers
from journeymap.findings import Finding, Json, Message, Severity
from journeymap.rules.rule import Rule
from journeymap.rules.telling import name, touchpoint_path

__all__ = ["RULE", "check"]


def check(answers: Answers) -> Iterator[Finding]:
    """One finding per touchpoint."""
    network = answers.network
    for machine_work in answers.machine_work:
        tasks: list[Json] = list(machine_work.tasks)
        values = {"touchpoint": name(network, machine_work.touchpoint), "tasks": ", ".join(machine_work.tasks)}
        yield Finding(
            code="JM402",
            path=touchpoint_path(network, machine_work.touchpoint),
            subject={"touchpoint": network.ids[machine_work.touchpoint], "tasks": tasks},
            message=Message('everything people do at "{touchpoint}" is done by machines as well: {tasks}', values),
            help=Message("let the machine do it for these customers, and keep people for what needs them"),
            cases=answers.cases.labels(machine_work.cases),
            key={"touchpoint": network.ids[machine_work.touchpoint]},
        )


RULE = Rule("JM402", "person-does-machine-work", Severity.INFO, check, __name__)
