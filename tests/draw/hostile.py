"""Maps whose names, ids and labels try everything that could break a picture, or the page that shows it."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from hypothesis import strategies as st
from oracle.rewriting import SECTIONS, with_names
from strategies import contact_maps

__all__ = ["ALERT", "hostile_maps", "hostile_text", "seen"]

ALERT = "alert(1)"
_SNIPPETS = (
    *(
        '"',
        "'",
        "<",
        ">",
        "&",
        "&amp;",
        "&#60;",
        "&lt;b&gt;",
        "#",
        "#quot;",
        "#60;",
        "]]>",
        "<!--",
        "-->",
        "--",
        "</text>",
    ),
    *(
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<svg onload=alert(1)>",
        "javascript:alert(1)",
        "<br>",
    ),
    *(
        "\\",
        "\\n",
        "\\N",
        "\\G",
        "\\\\",
        '\\"',
        "|",
        "||",
        ";",
        ":",
        "::",
        ":::",
        "{",
        "{{",
        "}}",
        "[",
        "]",
        "[[",
        "(",
        "((",
        ")",
    ),
    *(
        "%%",
        "%%{init: {'theme': 'dark'}}%%",
        "%7B",
        "${x}",
        "$$x$$",
        "$$\\bad{$$",
        "{0}",
        "{name}",
        "`",
        "`**b**`",
        "*",
        "_a_",
        "~~",
    ),
    *(
        "---",
        "- a",
        "1. a",
        "+ a",
        "# a",
        "> a",
        "=",
        "==>",
        "-.->",
        "@{ shape: rect }",
        "fa:fa-user",
        "www.example.com",
    ),
    *(
        "end",
        "subgraph",
        "graph",
        "node",
        "edge",
        "digraph",
        "strict",
        "class",
        "classDef x fill:#f00;",
        "click",
        "style a:#b;",
    ),
    *(
        "ﬂ°quot¶ß",
        "ﬂ°°60¶ß",
        "¶ß",
        "null",
        "~",
        "on",
        "<b>bold</b>",
        "<table>",
        "xlink:href",
        "url(#a)",
        "data:text/html,x",
    ),
    *(
        "“”",
        "‘’",
        "«»",
        "…",
        "—",
        "％",
        "：",
        "；",
        "客户联络图",
        "请问您的身份证号码是多少？我们需要核对。",
        "銀行",
        "カード",
        "한국어",
    ),
    *(
        "👩‍👩‍👧‍👦",
        "🏳️‍🌈",
        "🇩🇪",
        "👍🏽",
        "☎️",
        "é",
        "e\u0301",
        "\u0301",
        "\u0301\u0302",
        "a\u0338",
        "ﷺ",
        "עברית",
        "العربية 123",
    ),
    *(
        "\u202e",
        "\u2066",
        "\u2069",
        "\u200b",
        "\u200d",
        "\u00ad",
        "\ufeff",
        "\u2028",
        "\u2029",
        "\u00a0",
        "\u3000",
        "\U000e0041",
    ),
    *(
        "\n",
        "\r\n",
        "\t",
        "\r",
        "\x00",
        "\x07",
        "\x1b[31m",
        "\x7f",
        "\x85",
        "\x9b",
        "\ufffe",
        "\uffff",
        "\ufdd0",
        "\U0001fffe",
    ),
    *(
        "W" * 60,
        "Donaudampfschifffahrtsgesellschaftskapitän",
        "呼" * 50,
        "a" * 300,
        " ",
        "  ",
        "a b",
        "9:00-17:00",
        "100%",
        "A&B",
    ),
)
_IDS = (
    *(
        "<script>",
        "</script>",
        "a:b:c",
        "x>y",
        "-->",
        "a|b",
        "a;b",
        "%%",
        "end",
        "node",
        "subgraph",
        "$(id)",
        "`x`",
        "&amp;",
    ),
    *(
        "javascript:alert(1)",
        "onload=alert(1)",
        "呼叫中心",
        "مركز",
        "é",
        "☎",
        "-",
        "--",
        "<",
        ">",
        "&",
        "%22",
        "a/b",
        "?",
        "*",
    ),
    *(
        "menu:0",
        "n0",
        "g0",
        "legend",
        "title",
        "x~1",
        "1",
        "0",
        "__proto__",
        "constructor",
        "@{",
        "(a)",
        "ﬂ°",
        "=",
        "!",
    ),
)
_ALLOWED_IDS = tuple(each for each in _IDS if re.fullmatch(r"[^.,#\"'\\\[\]{}\s\d%-][^.,#\"'\\\[\]{}\s]*(?<!%)", each))
_NAMED = (
    "segments",
    "products",
    "reasons",
    "stages",
    "channels",
    "departments",
    "systems",
    "information",
    "touchpoints",
)

hostile_text = st.lists(
    st.sampled_from(_SNIPPETS) | st.text(st.characters(exclude_categories=["Cs"]), max_size=4), min_size=1, max_size=4
).map("".join)


@st.composite
def hostile_maps(draw: Any) -> dict[str, Any]:
    """A valid map as plain data; most names, some ids and some labels are hostile."""
    data = draw(contact_maps())
    if draw(st.booleans()):
        names = {}
        for section in SECTIONS:
            used = list(data.get(section, ()))
            names[section] = dict(zip(used, draw(st.permutations(_ALLOWED_IDS)), strict=False))
        data = with_names(data, names)
    for section in _NAMED:
        if isinstance(data.get(section), list):
            data[section] = {key: {} for key in data[section]}
        for key, value in data.get(section, {}).items():
            data[section][key] = {**(value or {}), "name": draw(hostile_text)}
    for touchpoint in data["touchpoints"].values():
        for target, transfer in touchpoint.get("transfers", {}).items():
            if not isinstance(transfer, list):
                touchpoint["transfers"][target] = {**(transfer or {}), "when": draw(hostile_text)}
    return {**data, "name": draw(hostile_text), "currency": draw(hostile_text)}


_NOT_HELD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_UNSEEN = re.compile("[\u202a-\u202e\u2060\u2066-\u2069]")


def seen(text: str) -> str:
    """What has to be found again of a text: not white space, controls of direction, joiners, what cannot be held."""
    held = _UNSEEN.sub("", _NOT_HELD.sub("\ufffd", unicodedata.normalize("NFC", text)))
    return "".join(held.split())
