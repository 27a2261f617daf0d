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
        'a full-width comma "，" stands in "{got}", where a plain comma and a space are expected',
        'write ", " instead of "，"',
    ),
    "missing_space": Wording('a space is missing behind the colon in "{got}"', 'write "{before}: {after}"'),
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

FORM: dict[str, Wording] = {
    "too_large": Wording(
        "the file is larger than {limit} MiB",
        "split the map: a folder with a journeymap.yaml and one file per department",
    ),
    "utf_16": Wording(
        "the file is saved as UTF-16, but UTF-8 is expected", 'save it as UTF-8: "Save as", then encoding "UTF-8"'
    ),
    "gbk": Wording(
        "the file is not UTF-8; it seems to be saved as GBK (ANSI on Chinese Windows)",
        'save it as UTF-8: "Save as", then encoding "UTF-8"; or run: iconv -f GB18030 -t UTF-8 FILE',
    ),
    "other_encoding": Wording(
        "the file is not UTF-8; it seems to be saved in an older encoding",
        'save it as UTF-8: "Save as", then encoding "UTF-8"',
    ),
    "empty_file": Wording("the file is empty, but a contact map is expected", "begin with: journeymap: 1"),
    "top_level_list": Wording(
        "the file holds a list, but keys and values are expected",
        'begin with "journeymap: 1", then "name: ...", each on a line of its own',
    ),
    "top_level_text": Wording(
        "the file holds text, but keys and values are expected",
        'begin with "journeymap: 1", then "name: ...", each on a line of its own',
    ),
    "full_width_colon": KINDS["full_width_colon"],
    "full_width_comma": KINDS["full_width_comma"],
    "missing_space": KINDS["missing_space"],
    "missing_version": Wording(
        'the key "journeymap" is missing, by which a map is recognised', 'write "journeymap: 1" as the first line'
    ),
    "missing_version_in_folder": Wording(
        'the key "journeymap" is missing, by which a map is recognised',
        'write "journeymap: 1" as the first line of journeymap.yaml',
    ),
    "unknown_version": Wording(
        '"{got}" is not a version of the map language that can be read here', "write journeymap: 1"
    ),
    "control_character": Wording(
        "the character {code} cannot stand in a file",
        "delete it; in text in double quotes it may be written as an escape",
    ),
    "tab": Wording(
        "a tab is used as indentation, where spaces are expected",
        "replace the tabs at the beginning of lines by two spaces each ({lines} of the lines have them)",
    ),
    "unclosed_quote": Wording(
        "the quote {quote} opened here is never closed", "write the closing quote {quote} at the end of the text"
    ),
    "escape": Wording(
        "a backslash in double quotes begins an escape, and this is none",
        "write the backslash twice, or put the text in single quotes",
    ),
    "unclosed_bracket": Wording('the bracket "{bracket}" opened here is never closed', 'write the closing "{closing}"'),
    "unopened_bracket": Wording(
        'this "{bracket}" closes a bracket that was never opened', "delete it, or write the opening bracket"
    ),
    "comma_expected": Wording(
        'a comma or "{closing}" is expected here', "separate the entries by commas; put text with : or , in quotes"
    ),
    "second_colon": Wording('a second ": " stands in this line', "put the text in quotes, or begin a new line"),
    "no_colon": Wording('"{got}" has no colon behind its key', 'write "key: value"'),
    "indentation": Wording(
        "this line is not in line with the others",
        "begin it in the same column as the lines it belongs together with; two spaces per level",
    ),
    "text_behind_value": Wording(
        "something stands behind a value that has ended", "put the whole value in quotes, or begin a new line"
    ),
    "hyphen": Wording(
        "a list cannot begin here", "begin it on a line of its own below the key, or write it as [first, second]"
    ),
    "reserved_character": Wording('a value cannot begin with "{character}"', "put the value in quotes"),
    "directive": Wording("a line that begins with % is not understood here", "delete the line"),
    "second_document": Wording(
        "a second document begins here, but a file holds one map",
        "delete the line, or put the second map into a file of its own",
    ),
    "tag": Wording(
        'the tag "{tag}" is not understood',
        "delete it; if the exclamation mark belongs to the text, put the text in quotes",
    ),
    "unknown_anchor": Wording(
        'nothing above is marked "&{anchor}"',
        'mark it there with "&{anchor}"; if the asterisk belongs to the text, put the text in quotes',
    ),
    "circular_alias": Wording(
        '"*{anchor}" stands inside what it is to repeat', "repeat something that is complete, outside of it"
    ),
    "too_deep": Wording(
        "the file is nested more than {limit} levels deep",
        "a contact map needs no more than a dozen levels; look for a missing bracket",
    ),
    "too_many_alias_nodes": Wording(
        "the aliases (*name) of the file expand to more than {limit} nodes", "repeat less, or write out what differs"
    ),
    "merge_of_no_mapping": Wording(
        '"<<" needs a mapping, or a list of mappings', "write <<: *name, where &name marks a mapping"
    ),
    "key_is_no_text": Wording(
        "a key must be text, but here is a list or a mapping", "write an id or a key, a colon and a space"
    ),
    "empty_key": Wording("there is no key before the colon", "write an id or a key, a colon and a space"),
    "surrogate": Wording("the text holds half a character", "type the text again"),
    "not_yaml": Wording("this cannot be read as YAML", "compare the line with the examples of the map language"),
    "duplicate_key": Wording('"{key}" is defined twice', "take one of the two away, or give it another id"),
    "clash": Wording('"{key}" is defined in two files', "take one of the two away, or give it another id"),
    "key_in_part": Wording(
        'the key "journeymap" stands in two files of one map',
        "take this line away: the file belongs to the map of the folder; or move the file out of the folder",
    ),
    "one_file": Wording('"{key}" stands in two files', 'put all of "{key}" into one of them'),
}
"""From fault of form to its words."""

RELATED: dict[str, str] = {
    "duplicate_key": "first defined here",
    "clash": "first defined here",
    "key_in_part": "first stated here",
    "one_file": "first stated here",
    "comma_expected": "the bracket opened here",
    "duplicate_id": "first named here",
}
"""What is said at the other place."""
