"""Small flows of our own in the dialects of Amazon Connect."""

import json

from journeymap.exchange.importing.amazon_connect import read
from journeymap.exchange.importing.building import built
from journeymap.exchange.importing.draft import SourceText
from journeymap.exchange.importing.folding import fold

ARN = "arn:aws:connect:eu-central-1:000000000000:instance/1/"


def action(identifier, kind, following=None, conditions=(), errors=(), **parameters):
    transitions = {"NextAction": following} if following else {}
    transitions["Conditions"] = [
        {"NextAction": target, "Condition": {"Operator": operator, "Operands": [operand]}}
        for operand, target, operator in ((*each, "Equals")[:3] for each in conditions)
    ]
    transitions["Errors"] = [{"NextAction": target, "ErrorType": error} for error, target in errors]
    return {"Identifier": identifier, "Type": kind, "Parameters": parameters, "Transitions": transitions}


def flow(*actions, start=None, name="", kind=""):
    metadata = {key: value for key, value in (("name", name), ("type", kind)) if value}
    first = start or actions[0]["Identifier"]
    return {"Version": "2019-10-30", "StartAction": first, "Metadata": metadata, "Actions": list(actions)}


HANG_UP = action("bye", "DisconnectParticipant")


def menu(identifier, text, choices, other):
    errors = [(error, other) for error in ("InputTimeLimitExceeded", "NoMatchingCondition", "NoMatchingError")]
    return action(identifier, "GetParticipantInput", other, choices, errors, Text=text, StoreInput="False")


def to_queue(identifier, full="bye"):
    return action(identifier, "TransferContactToQueue", errors=[("QueueAtCapacity", full), ("NoMatchingError", full)])


def set_queue(identifier, queue, following):
    errors = [("NoMatchingError", "bye")]
    return action(identifier, "UpdateContactTargetQueue", following, errors=errors, QueueId=f"{ARN}queue/{queue}")


def described(content, name, kind="CONTACT_FLOW", key="1"):
    body = {"Id": key, "Arn": f"{ARN}contact-flow/{key}", "Name": name, "Type": kind, "Content": json.dumps(content)}
    return {"ContactFlow": body}


def source(content, name="flow.json"):
    return SourceText(name, content if isinstance(content, bytes) else json.dumps(content, indent=1).encode())


def draft(*contents):
    return read([source(content, f"{number}.json") for number, content in enumerate(contents)])


def imported(*contents):
    """The map and every remark of an import, as text."""
    made = draft(*contents)
    folded = fold(made)
    contact_map, left_out = built(made, folded)
    remarks = [*made.remarks, *folded.remarks, *left_out]
    return contact_map, [(remark.kind, str(remark.message)) for remark in remarks]


def transfers(contact_map, touchpoint):
    """The conditions of the transfers of a touchpoint, by target."""
    return {target: [each.when for each in ways] for target, ways in ways_out(contact_map, touchpoint).items()}


def ways_out(contact_map, touchpoint):
    """The transfers of a touchpoint, by target."""
    found = contact_map.touchpoints[touchpoint].transfers
    return {target: list(ways) if isinstance(ways, tuple) else [ways] for target, ways in found.items()}
