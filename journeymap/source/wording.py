"""The words for everything a model refuses: one message and one way out per kind of problem.

`{got}` is the value as written, `{key}` the key it belongs to, `{element}` the id or key of the element around it.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["DUPLICATES", "KINDS", "SHAPES", "UNKNOWN_KEY", "Wording"]


@dataclass(frozen=True, slots=True)
class Wording:
    """Templates of a message and of its help."""

    message: str
    help: str


_KEYS = 'write "key: value" pairs below "{key}", each on a line of its own and further to the right'
_IDS = "write one id, or a list of ids such as [first, second]"
_DURATION = "write a number with its unit: 90 s, 6 min, 1 h 30 min, 2 d"
_SHARE = "write a percentage such as 60%, or a number from 0 to 1 such as 0.6"
_NUMBER = "write a plain number such as 12 or 0.5, with a dot before the decimals"
_SELECTOR = (
    "write entry, resolved, an id, a list of ids, or attributes such as {{department: cards, handled_by: person}}"
)
_COMMA = 'the full-width sign "{sign}" stands in "{got}", where a plain comma and a space are expected'
_ONE_BY_ONE = "write the ids one by one: in brackets [{ids}], or each on a line of its own"

KINDS: dict[str, Wording] = {
    # what pydantic itself refuses
    "dict_type": Wording('"{key}" needs keys and values below it, but here is "{got}"', _KEYS),
    "model_type": Wording('"{key}" needs keys and values below it, but here is "{got}"', _KEYS),
    "tuple_type": Wording(
        '"{key}" needs a list, but here is "{got}"',
        "write a list: [first, second], or one item per line after a hyphen",
    ),
    "string_type": Wording(
        '"{got}" cannot stand here, text is expected', "write text; put it in quotes if it is unusual"
    ),
    "string_unicode": Wording('"{key}" holds characters that cannot be written to a file', "type the text again"),
    "literal_error": Wording('"{got}" is not a word that "{key}" takes', "write one of: {allowed}"),
    "missing": Wording('"{element}" lacks the key "{key}"', 'add "{key}: ..." below "{element}"'),
    "missing_reference": Wording(
        '"{element}" lacks the key "{key}"', 'add "{key}: ..." below "{element}"; there are: {allowed}'
    ),
    # what the models refuse
    "format_version": Wording(
        '"{got}" is not a version of the map language that can be read here', "write journeymap: 1"
    ),
    "id": Wording(
        '"{got}" cannot be an id',
        "write an id of at most 200 letters, digits, - and _, in any script; without spaces and without "
        '. , # " \' \\ [ ] {{ }}; what people see goes into "name"',
    ),
    "reference": Wording('"{key}" names no id', "write the id of a declared element"),
    "ids": Wording('an id is expected in "{key}"', _IDS),
    "no_ids": Wording('"{key}" names no id', _IDS + '; or leave "{key}" out'),
    "vocabulary": Wording(
        '"{key}" needs ids with their attributes, or a list of ids, but here is "{got}"',
        'write "id: {{name: ...}}" below "{key}", one per line, or a list: {key}: [first, second]',
    ),
    "vocabulary_item": Wording(
        'an item of the list "{key}" is not an id',
        'write "id: {{name: ...}}" below "{key}" where ids have attributes',
    ),
    "text": Wording('"{key}" needs text', "write text; put it in quotes if it is unusual"),
    "suppression_reason": Wording(
        'the suppression of "{key}" gives no reason',
        'write why this is accepted: {key}: "agreed until the new system is there"',
    ),
    "flag": Wording('"{got}" is neither true nor false', "write true or false"),
    "number": Wording('"{got}" is not a number from 0', _NUMBER),
    "money": Wording('"{got}" is not an amount of money', _NUMBER + '; the map\'s "currency" names the currency'),
    "staff": Wording(
        '"{got}" is not a number of agents',
        'write a number, or a mapping from hours to a number: {{"Mo-Fr 09:00-17:00": 12}}',
    ),
    "count": Wording('"{got}" is not a whole number from 1', "write a whole number such as 1, 2 or 3"),
    "count_from_zero": Wording('"{got}" is not a whole number from 0', "write a whole number such as 0, 1 or 2"),
    "factor": Wording('"{got}" is not a factor', "write x and a number: x3, x0.8"),
    "share": Wording('"{got}" is not a share', _SHARE),
    "share_without_percent": Wording(
        '"{got}" is more than the whole', 'did you mean "{got}%"? a share is a percentage, or a number from 0 to 1'
    ),
    "share_over_100": Wording('"{got}" is more than the whole', "write at most 100%"),
    "duration": Wording('"{got}" is not a length of time', _DURATION),
    "duration_unit": Wording(
        '"{unit}" is not a unit of time',
        "write s, min, h, d or w (秒, 分钟, 小时, 天, 周): 90 s, 6 min, 1 h 30 min, 2 d",
    ),
    "duration_without_unit": Wording(
        '"{got}" has no unit of time', 'say which: "{got} s", "{got} min", "{got} h" or "{got} d"'
    ),
    "hours": Wording(
        '"{got}" is not a text of opening hours', 'write for instance "Mo-Fr 09:00-17:00; Sa 10:00-14:00" or "24/7"'
    ),
    "week": Wording('"{got}" is not a Monday', "write the Monday of the typical week as year-month-day: 2026-03-02"),
    "volume": Wording(
        '"{got}" is not a number of contacts per time', "write a number per hour, day, week, month or year: 12000/month"
    ),
    "selector": Wording('"{key}" chooses no touchpoints', _SELECTOR),
    "duplicate_id": Wording('"{got}" stands twice in the list', "take one of the two away"),
    # slips of the hand that YAML takes for text
    "full_width_colon": Wording(
        'a full-width colon "：" stands in "{got}", where a plain colon and a space are expected',
        'write ": " instead of "："',
    ),
    "full_width_comma": Wording(
        _COMMA,
        'write ", " instead of "{sign}"',
    ),
    "full_width_comma_in_lines": Wording(_COMMA, _ONE_BY_ONE),
    "declared_together": Wording(
        'the full-width sign "{sign}" stands in "{got}", where a plain "{plain}" and a space are expected',
        'write "{plain} " instead of "{sign}"; if "{got}" is one id, put it in quotes',
    ),
    "declared_together_in_lines": Wording(_COMMA, _ONE_BY_ONE + '; if "{got}" is one id, put it in quotes'),
    "missing_space": Wording('a space is missing behind the colon in "{got}"', 'write "{before}: {after}"'),
    "missing_colon": Wording('a colon is missing behind "{before}"', 'write "{before}: {after}"'),
    "unknown": Wording(
        '"{got}" cannot be read as a value of "{key}"', "look the key up in the reference of the map language"
    ),
}
"""From kind of problem to its words."""

SHAPES: dict[str, str] = {
    "mapping": '"{key}" holds a mapping, but a single value is expected',
    "list": '"{key}" holds a list, but a single value is expected',
    "nothing": '"{key}" has no value',
    "list_of_keys": '"{key}" holds a list, but keys and values are expected',
    "mapping_of_ids": '"{key}" holds a mapping, but an id or a list of ids is expected',
    "null": '"{key}" needs keys and values below it, but here is nothing',
}
"""Messages where not the value but its shape is wrong; the help is that of the kind."""

DUPLICATES = frozenset({"duplicate_id"})
"""The kinds that are JM004; all others are JM002."""

UNKNOWN_KEY: dict[str, str] = {
    "ContactMap": '"{got}" is not a key of a map',
    "Settings": '"{got}" is not a setting',
    "Stage": '"{got}" is not a key of a stage',
    "Segment": '"{got}" is not a key of a segment',
    "Product": '"{got}" is not a key of a product',
    "Reason": '"{got}" is not a key of a reason for contact',
    "Channel": '"{got}" is not a key of a channel',
    "Department": '"{got}" is not a key of a department',
    "System": '"{got}" is not a key of a system',
    "Information": '"{got}" is not a key of an item of information',
    "Touchpoint": '"{got}" is not a key of a touchpoint',
    "Entry": '"{got}" is not a key of an entry',
    "EntryShares": '"{got}" is not a dimension by which an entry divides',
    "Volume": '"{got}" is not a key of a volume',
    "Resolves": '"{got}" is not a key of "resolves"',
    "Reply": '"{got}" is not a key of a reply',
    "Filter": '"{got}" is not a dimension of a filter',
    "Choice": '"{got}" is not a key of a filter',
    "Transfer": '"{got}" is not a key of a transfer',
    "IfClosed": '"{got}" is not a key of "if_closed"',
    "Promise": '"{got}" is not a key of a contract',
    "Limits": '"{got}" is not a key of "within"',
    "Never": '"{got}" is not a key of "never"',
    "NeverTransfer": '"{got}" is not a key of a transfer that must not be',
    "Selector": '"{got}" is not a key of a selector',
    "Attributes": '"{got}" is not an attribute by which touchpoints are selected',
    "Scenario": '"{got}" is not a key of a scenario',
    "Change": '"{got}" is not a key of a change',
}
"""From model to the message about a key it does not have."""
