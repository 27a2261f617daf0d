"""Valid maps as models, for the round trip: every field, and text of every kind."""

from __future__ import annotations

import unicodedata
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from journeymap.model import ContactMap

Data = dict[str, Any]
IDS = ("a", "menu", "no", "007", "1e3", "entry", "all", "none", "true", "呼叫中心", "x-y_z", "é")

ids = st.sampled_from(IDS)
text = st.text(st.characters(exclude_categories=["Cs"]), max_size=12).map(lambda one: unicodedata.normalize("NFC", one))
reason_text = text.filter(str.strip)
shares = st.integers(0, 1000).map(lambda one: Decimal(one) / 1000)
small_shares = st.integers(0, 80).map(lambda one: Decimal(one) / 1000)
amounts = st.decimals(0, 10**15, places=3, allow_nan=False, allow_infinity=False)
durations = st.timedeltas(timedelta(0), timedelta(days=400))
flags = st.booleans()
priorities = st.sampled_from(["high", "normal", "low"])
kinds = st.sampled_from(["step", "warm", "cold", "redirect", "callback", "ticket", "next"])
hours = st.sampled_from(["24/7", "Mo-Fr 09:00-17:00", "Sa 10:00-14:00; PH off"])
volumes = st.builds("{}/{}".format, st.integers(0, 10**6), st.sampled_from(["hour", "day", "week", "month", "year"]))
some_ids = st.lists(ids, unique=True, max_size=3)
more_ids = st.lists(ids, unique=True, min_size=1, max_size=3)
ignored = st.dictionaries(st.sampled_from(["JM201", "JM301"]), reason_text, max_size=1)


def record(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[Data]:
    """A mapping in which every key may be absent."""
    return st.fixed_dictionaries({}, optional={key.rstrip("_"): value for key, value in fields.items()})


choices = more_ids | more_ids.map(lambda chosen: {"not": chosen})
filters = record(segment=choices, product=choices, reason=choices)
asked = st.dictionaries(ids, filters, max_size=3)
if_closed = st.fixed_dictionaries({"to": st.just("target")}, optional={"kind": kinds, "carries": some_ids})
carried = st.sampled_from(["all", "none"]) | some_ids
transfers = record(
    kind=kinds, carries=carried, share=shares, when=text, for_=filters, wait=durations,
    if_closed=if_closed, limit=st.integers(1, 9), ignore=ignored,
)  # fmt: skip
by = record(**{name: st.dictionaries(ids, small_shares, max_size=3) for name in ("reason", "segment", "product")})
entries = st.just(value=True) | record(volume=volumes, by=by)
resolved = (
    st.just(value=True) | shares.map(str) | st.dictionaries(ids, shares | st.just(value=True), max_size=3) | more_ids
)
touchpoints = st.fixed_dictionaries(
    {"channel": ids, "department": more_ids},
    optional={
        "name": text, "stage": some_ids, "for": filters, "handled_by": st.sampled_from(["person", "machine"]),
        "entry": entries, "needs": asked, "always_asks": asked, "reads": some_ids, "systems": some_ids,
        "records": st.dictionaries(ids, st.none() | some_ids, max_size=3), "tasks": st.lists(text, max_size=2),
        "resolves": resolved, "advances": flags, "follow_up": flags, "hours": hours, "time": durations,
        "reply": st.fixed_dictionaries({"within": durations}), "wrap_up": durations, "wait": durations,
        "cost": amounts, "fee": amounts, "abandons": shares, "priority": priorities, "ignore": ignored,
        "transfers": st.dictionaries(ids, transfers | st.lists(transfers, min_size=1, max_size=2), max_size=3),
    },
)  # fmt: skip
plain_touchpoint = st.just({"channel": "a", "department": ["a"]})
attributes = record(channel=more_ids, handled_by=st.just("person"), entry=flags, resolves=more_ids, tasks=more_ids)
selectors = st.sampled_from(["entry", "resolved"]) | more_ids | attributes.filter(bool)
nevers = record(repeat=ids, loop=selectors, transfer=st.fixed_dictionaries({"from": selectors, "to": selectors}))
promises = st.fixed_dictionaries(
    {"from": selectors, "reach": selectors},
    optional={
        "description": text, "for": filters, "always": flags,
        "within": record(transfers=st.integers(0, 9), time=durations),
    },
) | st.fixed_dictionaries({"never": nevers.filter(bool)}, optional={"for": filters})  # fmt: skip
changes = st.fixed_dictionaries(
    {"staff": st.sampled_from(["x0.8", "12", "x３"])},
    optional={"for": filters, "department": more_ids, "volume": volumes, "hours": hours, "time": st.just("6 min")},
)
scenarios = st.fixed_dictionaries(
    {"changes": st.lists(changes, max_size=2)}, optional={"name": text, "description": text}
)


def section(*, extra: tuple[str, ...] = (), **fields: st.SearchStrategy[Any]) -> st.SearchStrategy[Data]:
    """Every id of the pool, with attributes or without."""
    return st.fixed_dictionaries({key: st.just({}) | record(**fields) for key in (*IDS, *extra)})


_data = st.fixed_dictionaries(
    {
        "journeymap": st.just("1"),
        "stages": st.permutations(IDS),
        "segments": section(name=text, share=small_shares, value=amounts, priority=priorities),
        "products": section(name=text),
        "reasons": section(
            name=text, product=more_ids, segment=more_ids, complaint=flags, share=shares, stage=some_ids
        ),
        "channels": section(name=text, mode=st.sampled_from(["live", "self"]), hours=hours, cost=amounts),
        "departments": section(
            name=text, hours=hours, patience=durations, contact=text,
            staff=amounts | st.dictionaries(hours, amounts, min_size=1, max_size=2),
        ),
        "systems": section(name=text, holds=some_ids),
        "information": section(name=text, lasts=st.just("contact"), sensitive=flags),
        "touchpoints": st.fixed_dictionaries(
            {key: touchpoints if key in ("a", "menu") else plain_touchpoint for key in (*IDS, "target")}
        ),
    },
    optional={
        "name": text, "description": text, "owner": text, "country": st.just("CN"), "timezone": st.just("UTC"),
        "ignore": ignored, "contracts": st.dictionaries(ids, promises, max_size=2),
        "scenarios": st.dictionaries(ids, scenarios, max_size=2),
        "settings": record(loop_length=st.integers(1, 9), silent_loss=shares, week=st.just(date(2026, 11, 2))),
    },
)  # fmt: skip


contact_maps = _data.map(ContactMap.model_validate)
"""Contact maps whose every id is declared."""
