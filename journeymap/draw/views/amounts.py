"""Shares, durations, money and volumes as people write them, in the language of the picture."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from decimal import Decimal

from journeymap.draw.wishes import Language
from journeymap.draw.words import Words
from journeymap.model.touchpoint import Volume

__all__ = ["duration", "money", "number", "percent", "percent_range", "volume"]

_UNITS = (
    (86400, Words("{amount} d", "{amount} 天")),
    (3600, Words("{amount} h", "{amount} 小时")),
    (60, Words("{amount} min", "{amount} 分钟")),
    (1, Words("{amount} s", "{amount} 秒")),
)
_PERIODS = {
    "hour": Words("{amount} an hour", "每小时 {amount}"),
    "day": Words("{amount} a day", "每天 {amount}"),
    "week": Words("{amount} a week", "每周 {amount}"),
    "month": Words("{amount} a month", "每月 {amount}"),
    "year": Words("{amount} a year", "每年 {amount}"),
}
_BIG = 1000


def number(amount: Decimal) -> str:
    """A number with at most two decimals and groups of thousands: ``40,000``, ``0.02``."""
    rounded = round(amount, 0 if amount >= _BIG else 2)
    return f"{rounded.normalize() if rounded else Decimal(0):,f}"


def percent(share: Decimal) -> str:
    """A share of 1 in per cent, with at most one decimal: ``12.5%``."""
    rounded = round(share * 100, 1)
    return f"{rounded.normalize() if rounded else Decimal(0):f}%"


def percent_range(shares: Iterable[Decimal]) -> str:
    """``60%``, or ``40–60%`` where shares differ; empty for none."""
    ordered = sorted(set(shares))
    if not ordered:
        return ""
    lowest, highest = percent(ordered[0]), percent(ordered[-1])
    return highest if lowest == highest else f"{lowest.removesuffix('%')}–{highest}"


def duration(time: timedelta, language: Language) -> str:
    """A time in its units: ``1 h 30 min``; parts of a second are left out."""
    seconds = int(time.total_seconds())
    parts = []
    for size, words in _UNITS:
        amount, seconds = divmod(seconds, size)
        if amount:
            parts.append(words.say(language, amount=amount))
    return " ".join(parts) or _UNITS[-1][1].say(language, amount=0)


def money(amount: Decimal, currency: str | None) -> str:
    """An amount in the map's currency."""
    return f"{number(amount)} {currency}" if currency else number(amount)


def volume(declared: Volume, language: Language, part: Decimal = Decimal(1)) -> str:
    """Contacts per period, or a part of them: ``12,000 a month``."""
    return _PERIODS[declared.period].say(language, amount=number(declared.amount * part))
