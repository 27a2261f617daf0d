"""A person does only what a machine does as well.

What it finds
-------------
A touchpoint handled by a person that customers reach and that names its `tasks`, and each of these tasks is
also a task of a touchpoint handled by a machine that the same customers can reach: in every case in which
they come to the person, they can come to the machine. Different tasks may be done by different machines.
Tasks are compared by their names.

Not reported: a person with at least one task that no machine does; a task that a machine does for some of
the person's customers only; and a person whose tasks are not written down.

Why it hurts the customer
-------------------------
While people read out balances, those whose matter needs a person wait. And whoever is capable of more and
may do only what a machine does will not stay long; the next one has to learn everything anew, at the
customer's expense.

A map it fires on
-----------------
The agents of the card line tell balances, and so does the app:

    journeymap: 1
    name: Harbour Bank, balances
    channels:
      app: {name: App, mode: self}
      phone: {name: Phone, mode: live}
    departments: [digital, contact_centre]
    touchpoints:
      account_page:
        name: Account page
        channel: app
        department: digital
        entry: true
        tasks: [tell the balance]
        resolves: true
      card_line:
        name: Card line
        channel: phone
        department: contact_centre
        entry: true
        tasks: [tell the balance]
        resolves: true

The same map mended
-------------------
The telephone tells the balance by itself, and people explain what the balance does not say:

    journeymap: 1
    name: Harbour Bank, balances
    channels:
      app: {name: App, mode: self}
      phone: {name: Phone, mode: live}
    departments: [digital, contact_centre]
    touchpoints:
      account_page:
        name: Account page
        channel: app
        department: digital
        entry: true
        tasks: [tell the balance]
        resolves: true
      telephone_menu:
        name: Telephone menu
        channel: phone
        department: contact_centre
        handled_by: machine
        entry: true
        tasks: [tell the balance]
        resolves: true
        transfers: {card_line: {when: "0"}}
      card_line:
        name: Card line
        channel: phone
        department: contact_centre
        tasks: [explain a charge]
        resolves: true

Settings
--------
None.

References
----------
* The service-centre articles this project started from: simple contacts occupy expensive people where a
  menu, a web page or a list of answers would do
* B. Price, D. Jaffe, The Best Service Is No Service, 2008: which contacts a company should not
  need people for

"""

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
