"""The words for faults of form, and for what is said at the other place of a finding."""

from __future__ import annotations

from journeymap.source.wording import KINDS, Wording

__all__ = ["FORM", "RELATED"]

_PLAIN_SPACES = "type the spaces at the beginning of lines anew, two plain ones per level; lines concerned: {lines}"

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
    "missing_colon": KINDS["missing_colon"],
    "text_without_quotes": Wording(
        'a "{sign}" in a text between brackets ends the text, unless it is in quotes',
        'put the text in quotes: {key}: "{text}"',
    ),
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
        "replace the tabs at the beginning of lines by two spaces each; lines that begin with one: {lines}",
    ),
    "full_width_space": Wording(
        "a full-width space ({code}) is used as indentation, where plain spaces are expected", _PLAIN_SPACES
    ),
    "no_break_space": Wording(
        "a no-break space ({code}) is used as indentation, where plain spaces are expected", _PLAIN_SPACES
    ),
    "odd_space": Wording("the space {code} is used as indentation, where plain spaces are expected", _PLAIN_SPACES),
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
    "anchor_name": Wording(
        '"{name}" behind "{sign}" cannot be the name of an anchor',
        'make the name of letters a to z, digits, - and _; if "{sign}" belongs to the text, put the text in quotes',
    ),
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
    "part": "the file is read as a part of the map, because it lies below",
    "unreadable_part": "if the file is no part of the map, move it away; it is read because it lies below",
    "key_in_part": "first stated here",
    "one_file": "first stated here",
    "comma_expected": "the bracket opened here",
    "duplicate_id": "first named here",
}
"""What is said at the other place."""
