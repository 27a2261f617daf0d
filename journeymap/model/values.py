"""Scalars of the language. Each is read from text by the field it stands in, never by how it looks.

Native values (``True``, ``0.6``) are taken as well, so that maps can be built in Python. Numbers are exact
(`decimal.Decimal`): shares are added up and compared with thresholds.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, WithJsonSchema

from journeymap.model.problems import problem

__all__ = [
    "Count",
    "Duration",
    "Flag",
    "Hours",
    "Id",
    "Money",
    "Number",
    "Reference",
    "Share",
    "Text",
    "Week",
    "fold",
    "parse_duration",
    "parse_flag",
    "parse_number",
    "parse_share",
]

MAX_ID_LENGTH = 200
_FORBIDDEN_IN_IDS = frozenset(".,#\"'\\[]{}")
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−﹣－～〜", "-"))
_NUMBER = re.compile(r"[+-]?(\d{1,18}(\.\d{0,18})?|\.\d{1,18})", re.ASCII)
_UNITS = {
    "s": 1, "sec": 1, "second": 1, "seconds": 1, "秒": 1,
    "min": 60, "minute": 60, "minutes": 60, "分": 60, "分钟": 60,
    "h": 3600, "hour": 3600, "hours": 3600, "小时": 3600,
    "d": 86400, "day": 86400, "days": 86400, "天": 86400,
    "w": 604800, "week": 604800, "weeks": 604800, "周": 604800,
}  # fmt: skip
_DURATION = re.compile(r"\s*([0-9]{1,18}(?:\.[0-9]{1,18})?)\s*([^\W\d_]+)")
_MAX_DAYS = 36500
_REMEMBERED = 4096
"""How many written values are remembered with what they mean: a big map repeats a few of them."""
_TRUE = frozenset({"true", "yes", "on", "是"})
_FALSE = frozenset({"false", "no", "off", "否"})


def fold(text: str) -> str:
    """Full-width characters and typographic dashes as their plain twins: ``９０％`` is ``90%``."""
    if text.isascii():
        return text.strip()
    return unicodedata.normalize("NFKC", text).translate(_DASHES).strip()


def _scalar(value: object, kind: str) -> str:
    if isinstance(value, dict | list | tuple) or value is None:
        raise problem(kind, got=_shape(value))
    return fold(str(value))


def _shape(value: object) -> str:
    if isinstance(value, dict):
        return "a mapping"
    return "a list" if isinstance(value, list | tuple) else "nothing"


def parse_number(value: object, kind: str = "number") -> Decimal:
    """A finite decimal number of at least 0."""
    text = _scalar(value, kind)
    if not _NUMBER.fullmatch(text) or len(text) > 40:
        raise problem(kind, got=text)
    number = Decimal(text)
    if number < 0:
        raise problem(kind, got=text)
    return number.normalize() if number else Decimal(0)


def parse_share(value: object) -> Decimal:
    """``60%``, ``60 %`` or a number from 0 to 1, as a number from 0 to 1."""
    return _share_in(value if type(value) is str else _scalar(value, "share"))


@lru_cache(maxsize=_REMEMBERED)
def _share_in(written: str) -> Decimal:
    text = fold(written)
    percent = text.endswith("%")
    number = parse_number(text.removesuffix("%").rstrip(), "share") if text else None
    if number is None:
        raise problem("share", got=text)
    if percent:
        number = (number / 100).normalize()
    elif number > 1:
        raise problem("share_without_percent", got=text)
    if number > 1:
        raise problem("share_over_100", got=text)
    return number + 0


def parse_flag(value: object) -> bool:
    """``true/false``, ``yes/no``, ``on/off`` in any case, ``是/否``."""
    text = _scalar(value, "flag").lower()
    if text in _TRUE:
        return True
    if text in _FALSE:
        return False
    raise problem("flag", got=text)


def parse_duration(value: object) -> timedelta:
    """Numbers with units, added up: ``90 s``, ``1 h 30 min``, ``2 d``."""
    if isinstance(value, timedelta):
        return value
    return _duration_in(value if type(value) is str else _scalar(value, "duration"))


@lru_cache(maxsize=_REMEMBERED)
def _duration_in(written: str) -> timedelta:
    text = fold(written)
    seconds, end = Decimal(0), 0
    while match := _DURATION.match(text, end):
        unit = _UNITS.get(match[2].lower())
        if unit is None:
            raise problem("duration_unit", got=text, unit=match[2])
        seconds += Decimal(match[1]) * unit
        end = match.end()
        if seconds > _MAX_DAYS * 86400:
            raise problem("duration", got=text)
    if end == 0 or text[end:].strip():
        raise problem("duration_without_unit" if _NUMBER.fullmatch(text) else "duration", got=text)
    return timedelta(microseconds=int(seconds * 1_000_000))


def _parse_count(value: object) -> int:
    text = _scalar(value, "count")
    if not re.fullmatch(r"\d{1,9}", text) or int(text) < 1:
        raise problem("count", got=text)
    return int(text)


def _parse_text(value: object) -> str:
    if type(value) is str:
        return value if value.isascii() else unicodedata.normalize("NFC", value)
    if isinstance(value, dict | list | tuple) or value is None:
        raise problem("text", got=_shape(value))
    return str(value)


def _parse_hours(value: object) -> str:
    text = _scalar(value, "hours")
    if not text:
        raise problem("hours", got=text)
    return " ".join(text.split())


def _parse_week(value: object) -> date:
    if isinstance(value, date):
        day = value
    else:
        text = _scalar(value, "week")
        try:
            day = date.fromisoformat(text)
        except ValueError:
            raise problem("week", got=text) from None
    if day.weekday() != 0:
        raise problem("week", got=day.isoformat())
    return day


def _check_id(text: str) -> str:
    if not text or len(text) > MAX_ID_LENGTH or not text.isprintable() or " " in text:
        raise problem("id", got=text)
    if not _FORBIDDEN_IN_IDS.isdisjoint(text):
        raise problem("id", got=text)
    return unicodedata.normalize("NFC", text) if not text.isascii() else text


def _parse_reference(value: object) -> str:
    text = value if type(value) is str else _parse_text(value)
    if not text:
        raise problem("reference", got=text)
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def _parse_money(value: object) -> Decimal:
    return parse_number(value, "money")


_NUMBER_SCHEMA: dict[str, Any] = {"type": ["number", "string"]}

_FLAG_PATTERN = "^([Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF|是|否)$"

Text = Annotated[str, BeforeValidator(_parse_text), WithJsonSchema({"type": ["string", "number", "boolean", "null"]})]
Id = Annotated[str, AfterValidator(_check_id)]
"""An id where it is defined: any script, printable, no white space, none of ``. , # " ' \\ [ ] { }``; NFC."""
Reference = Annotated[str, BeforeValidator(_parse_reference), WithJsonSchema({"type": ["string", "number", "boolean"]})]
"""An id where it is used; whether it is declared is checked by `source.references`."""
Share = Annotated[
    Decimal,
    BeforeValidator(parse_share),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "number", "minimum": 0, "maximum": 1},
                {"type": "string", "pattern": r"^\s*[0-9０-９.]+\s*[%％]?\s*$"},
            ]
        }
    ),
]
Money = Annotated[Decimal, BeforeValidator(_parse_money), WithJsonSchema(_NUMBER_SCHEMA)]
Number = Annotated[Decimal, BeforeValidator(parse_number), WithJsonSchema(_NUMBER_SCHEMA)]
Count = Annotated[int, BeforeValidator(_parse_count), WithJsonSchema({"type": ["integer", "string"], "minimum": 1})]
Duration = Annotated[timedelta, BeforeValidator(parse_duration), WithJsonSchema({"type": "string"})]
Hours = Annotated[str, BeforeValidator(_parse_hours), WithJsonSchema({"type": ["string", "boolean"]})]
Flag = Annotated[
    bool,
    BeforeValidator(parse_flag),
    WithJsonSchema({"anyOf": [{"type": "boolean"}, {"type": "string", "pattern": _FLAG_PATTERN}]}),
]
Week = Annotated[date, BeforeValidator(_parse_week), WithJsonSchema({"type": "string", "format": "date"})]
Mode = Literal["live", "message", "self", "internal"]
Priority = Literal["high", "normal", "low"]
Handler = Literal["person", "machine"]
Kind = Literal["step", "warm", "cold", "redirect", "callback", "ticket", "next"]
