"""What is wrong inside brackets, where reading stopped: signs that are missing, of full width, or want quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from journeymap.source.locations import all_keys
from journeymap.source.situation import Situation, indent
from journeymap.source.slips import COMMAS
from journeymap.source.tree import Fault

__all__ = ["bracket_faults", "full_width_signs"]

_SHOWN = 60
_TEXT_KEYS = frozenset({"name", "description", "when", "owner", "contact"})
_LOOKED_AT = 400
_KEY_AND_BRACKET = re.compile(r"""\s*+([^\s:"'?]++|"[^"]*+"|'[^']*+')\s*+""")
_KEY_AND_TEXT = re.compile(r"""\s*+([^\s:"'?]++)\s*+:\s++(?![\s"'])(.*)""", re.DOTALL)
_END_OF_TEXT = re.compile(r",\s*+[\w-]++\s*+:(?=\s)|[}\]\n]")


def full_width_signs(situation: Situation) -> Iterator[Fault]:
    """A comma or colon of full width in the entry at which reading stopped."""
    start, entry = _entry(situation)
    values: dict[str, str | int] = {"got": situation.file.text[situation.opened : situation.index + 1][:_SHOWN]}
    for sign in (*COMMAS, "："):
        place = start + entry.find(sign)
        if sign in entry and "\n" not in entry and not _is_text(entry, sign):
            values["sign"] = sign
            yield Fault("full_width_colon" if sign == "：" else "full_width_comma", place, place + 1, values=values)
            return


def _is_text(entry: str, sign: str) -> bool:
    """Whether a sign stands in a text for people, and no key of the language follows it."""
    match = _KEY_AND_TEXT.fullmatch(entry)
    return match is not None and match[1] in _TEXT_KEYS and entry.rpartition(sign)[2].strip() not in all_keys()


def bracket_faults(situation: Situation) -> Iterator[Fault]:
    """A bracket that is never closed, or a comma that is missing inside."""
    file, index = situation.file, situation.index
    if "flow" not in situation.context:
        if situation.character in ("]", "}") and "expected" in situation.problem:
            yield Fault("unopened_bracket", index, index + 1, values={"bracket": situation.character})
        return
    opened = situation.opened
    values: dict[str, str | int] = {"bracket": file.text[opened], "closing": "]" if file.text[opened] == "[" else "}"}
    told = _missing_colon(situation) or _unquoted_text(situation)
    if told is not None and file.text[opened] == "{":
        yield told
    elif _left_behind(situation, opened):
        yield Fault("unclosed_bracket", opened, opened + 1, values=values)
    else:
        yield Fault("comma_expected", index, index + 1, values=values, related=(opened, opened + 1))


def _entry(situation: Situation) -> tuple[int, str]:
    """Where the entry begins at which reading stopped, and its text up to there."""
    first = max(situation.opened + 1, situation.index - _LOOKED_AT)
    before = situation.file.text[first : situation.index]
    start = max(before.rfind(sign) for sign in ",[{") + 1
    return first + start, before[start:]


def _missing_colon(situation: Situation) -> Fault | None:
    """A bracket that follows a key at once: `{desk {kind: cold}}`."""
    start, entry = _entry(situation)
    match = _KEY_AND_BRACKET.fullmatch(entry)
    if match is None or situation.character not in ("{", "["):
        return None
    values: dict[str, str | int] = {"before": match[1], "after": _shown_behind(situation)}
    return Fault("missing_colon", start + match.start(1), start + match.end(1), values=values)


def _shown_behind(situation: Situation) -> str:
    """The bracket that follows a key, up to its end if that is on the line."""
    text = situation.file.text[situation.index : situation.index + _SHOWN].split("\n")[0]
    closing = text.find("}" if text.startswith("{") else "]")
    return text[: closing + 1] if closing > 0 else f"{text[:1]}…"


def _unquoted_text(situation: Situation) -> Fault | None:
    """Text with a colon or a question mark that ends it: `{name: Fees: which?, share: 10%}`."""
    start, entry = _entry(situation)
    match = _KEY_AND_TEXT.fullmatch(entry)
    if match is None or "\n" in entry or situation.character not in (":", "?"):
        return None
    if situation.character == ":" and entry.split()[-1] in all_keys():  # no text: the comma before it is missing
        return None
    behind = situation.file.text[situation.index : situation.index + _LOOKED_AT]
    end = _END_OF_TEXT.search(behind)
    text = match[2] + behind[: end.start() if end is not None else len(behind)].rstrip()
    values: dict[str, str | int] = {"sign": situation.character, "key": match[1], "text": text[:_SHOWN]}
    begin = start + match.start(2)
    return Fault("text_without_quotes", begin, begin + len(text), values=values)


def _left_behind(situation: Situation, opened: int) -> bool:
    """Whether reading went on into lines that do not belong to the bracket any more."""
    file = situation.file
    line = file.position(opened)[0]
    if situation.index >= len(file.text.rstrip()) - 1:
        return True
    return situation.line > line and indent(file, situation.line) <= indent(file, line)
