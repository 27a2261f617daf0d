"""Minutes of a typical week in words a customer would use."""

from __future__ import annotations

from journeymap.analysis.hours import ALL_WEEK, stretches

__all__ = ["told_week"]

_DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
_DAY = 24 * 60
_WHOLE_DAY = (1 << _DAY) - 1
_PAIR = 2


def told_week(minutes: int) -> str:
    """A set of minutes, for instance ``Mo-Fr 17:00-24:00, Sa and Su all day``."""
    if minutes == ALL_WEEK:
        return "at any time"
    by_times: dict[int, list[int]] = {}
    for day in range(len(_DAYS)):
        of_day = minutes >> day * _DAY & _WHOLE_DAY
        if of_day:
            by_times.setdefault(of_day, []).append(day)
    return ", ".join(f"{_told_days(days)} {_told_times(of_day)}" for of_day, days in by_times.items())


def _told_days(days: list[int]) -> str:
    runs: list[list[int]] = []
    for day in days:
        if runs and runs[-1][-1] == day - 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    words = [word for run in runs for word in _told_run(run)]
    return " and ".join(words) if len(words) <= _PAIR else f"{', '.join(words[:-1])} and {words[-1]}"


def _told_run(run: list[int]) -> list[str]:
    if len(run) > _PAIR:
        return [f"{_DAYS[run[0]]}-{_DAYS[run[-1]]}"]
    return [_DAYS[day] for day in run]


def _told_times(of_day: int) -> str:
    if of_day == _WHOLE_DAY:
        return "all day"
    return " and ".join(f"{_clock(first)}-{_clock(behind)}" for first, behind in stretches(of_day))


def _clock(minute: int) -> str:
    return f"{minute // 60:02d}:{minute % 60:02d}"
