"""The lines of the tooltips: everything a map says about a touchpoint, a transfer or a department."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from journeymap.draw.overlay import Overlay
from journeymap.draw.scene import Badge
from journeymap.draw.views.amounts import duration, money, percent, volume
from journeymap.draw.views.naming import customers, listed, names, touchpoint_name
from journeymap.draw.wishes import Language
from journeymap.draw.words import Words
from journeymap.graph import Edge, Network
from journeymap.model import Filter, Touchpoint

__all__ = ["department_details", "finding_details", "kind_name", "touchpoint_details", "transfer_details"]

_CHANNEL = Words("Channel: {value}", "渠道：{value}")
_DEPARTMENT = Words("Department: {value}", "部门：{value}")
_CONTESTED = Words("Claimed by several departments: {value}", "归属不清，多个部门：{value}")
_STAGE = Words("Stage: {value}", "阶段：{value}")
_FOR = Words("Only for: {value}", "仅适用于：{value}")
_PERSON = Words("Handled by: a person", "由人工处理")
_MACHINE = Words("Handled by: a machine", "由机器处理")
_HOURS = Words("Hours: {value}", "服务时间：{value}")
_CHANNEL_HOURS = Words("Hours of the channel: {value}", "渠道服务时间：{value}")
_DEPARTMENT_HOURS = Words("Hours of the department: {value}", "部门服务时间：{value}")
_ENTRY = Words("Customers begin here: {value}", "客户由此进入：{value}")
_BEGIN = Words("Customers begin here", "客户由此进入")
_NEEDS = Words("Asks when not known: {value}", "未知时询问：{value}")
_ALWAYS = Words("Always asks: {value}", "每次必问：{value}")
_REPEATED = Words("Asked again: {value}", "重复询问：{value}")
_READS = Words("Looks up in: {value}", "查阅系统：{value}")
_RECORDS = Words("Records in: {value}", "记录到：{value}")
_RECORDED = Words("{system} ({items})", "{system}（{items}）")
_EVERYTHING = Words("everything known", "已知的全部信息")
_SYSTEMS = Words("Further screens: {value}", "另需打开的系统：{value}")
_TASKS = Words("Work: {value}", "工作内容：{value}")
_RESOLVES = Words("Resolves: {value}", "可解决：{value}")
_ANYTHING = Words("any matter", "任何来意")
_PART = Words("{reason} ({share})", "{reason}（{share}）")
_TIME = Words("Handle time: {value}", "处理时长：{value}")
_WRAP_UP = Words("Wrap-up: {value}", "后处理时长：{value}")
_WAIT = Words("Waiting: {value}", "等待：{value}")
_REPLY = Words("Reply within: {value}", "承诺答复时限：{value}")
_COST = Words("Cost per visit: {value}", "单次成本：{value}")
_FEE = Words("Fee to the customer: {value}", "向客户收费：{value}")
_ABANDONS = Words("Gives up here: {value}", "放弃率：{value}")
_FOLLOW_UP = Words("Asks whether it was really solved", "回访客户，确认是否真正解决")
_ADVANCES = Words("Work done here moves the case on", "在此处理可推进事项")
_KIND = Words("Transfer: {value}", "转接方式：{value}")
_IF_CLOSED = Words("Only while closed: {value}", "仅在其关闭时：{value}")
_FROM_TO = Words("{source} → {target}", "{source} → {target}")
_WHEN = Words("When: {value}", "条件：{value}")
_SHARE = Words("Share: {value}", "占比：{value}")
_CARRIES = Words("Carries: {value}", "随转信息：{value}")
_LOST = Words("Lost on the way: {value}", "途中丢失：{value}")
_ALL = Words("everything known", "已知的全部信息")
_NONE = Words("nothing", "无")
_LIMIT = Words("At most {value} times per contact", "每次联络最多 {value} 次")
_CLOSED = Words("Closed on arrival: {value}", "到达时已关闭：{value}")
_CONTACT = Words("Whom to ask: {value}", "联系人：{value}")
_FINDING = Words("{number} · {code}: {text}", "{number} · {code}：{text}")
_KINDS = {
    "step": Words("step inside one menu, app or site", "同一菜单、应用或网站内前进"),
    "warm": Words("warm, with a briefing", "协商转，先作交代"),
    "cold": Words("cold, without a briefing", "盲转，不作交代"),
    "redirect": Words("redirect, the customer makes contact again", "指引客户另行联络"),
    "callback": Words("callback, the company makes contact again", "回拨，由公司再联系客户"),
    "ticket": Words("ticket between departments", "工单流转，客户不在线"),
    "next": Words("next, the customer goes on in the journey", "进入旅程的下一步"),
}


_KIND_NAMES = {
    "step": Words("step", "菜单内前进"),
    "warm": Words("warm", "协商转"),
    "cold": Words("cold", "盲转"),
    "redirect": Words("redirect", "另行联络"),
    "callback": Words("callback", "回拨"),
    "ticket": Words("ticket", "工单"),
    "next": Words("next", "下一步"),
}


def kind_name(kind: str, language: Language) -> str:
    """What a kind of transfer is called."""
    return _KIND_NAMES[kind].say(language)


def touchpoint_details(
    network: Network, number: int, language: Language, cases: int, repeated: frozenset[str] = frozenset()
) -> tuple[str, ...]:
    """All that a map says about a touchpoint, line by line; questions only where some of the cases asks them."""
    touchpoint = network.touchpoints[number]
    said = [
        (_CHANNEL, names(network, "channels", [touchpoint.channel], language)),
        (_DEPARTMENT if len(touchpoint.department) == 1 else _CONTESTED, _departments(network, touchpoint, language)),
        (_STAGE, names(network, "stages", touchpoint.stage, language)),
        (_FOR, customers(network, touchpoint.for_, language)),
        *_opening(network, number),
        (_NEEDS, _asked(network, touchpoint.needs, language, cases)),
        (_ALWAYS, _asked(network, touchpoint.always_asks, language, cases)),
        (_REPEATED, names(network, "information", sorted(repeated), language)),
        (_READS, names(network, "systems", touchpoint.reads, language)),
        (_RECORDS, _recorded(network, touchpoint, language)),
        (_SYSTEMS, names(network, "systems", touchpoint.systems, language)),
        (_TASKS, listed(touchpoint.tasks, language)),
        (_RESOLVES, _resolved(network, touchpoint, language)),
        *_amounts(network, touchpoint, language),
    ]
    lines = [words.say(language, value=value) for words, value in said if value]
    return (_title(touchpoint_name(network, number), network.ids[number]), *_flags(network, number, language), *lines)


def transfer_details(
    network: Network, edge: Edge, language: Language, closed: str | None = None, lost: frozenset[str] = frozenset()
) -> tuple[str, ...]:
    """All that a map says about a transfer, line by line."""
    transfer = edge.transfer
    declared = touchpoint_name(network, edge.declared_target)
    said = [
        (_KIND, _KINDS[edge.kind].say(language)),
        (_IF_CLOSED, declared if edge.alternative else ""),
        (_WHEN, transfer.when or ""),
        (_FOR, customers(network, transfer.for_, language)),
        (_SHARE, percent(transfer.share) if transfer.share is not None and not edge.alternative else ""),
        (_CARRIES, _carried(network, edge, language)),
        (_LOST, names(network, "information", sorted(lost), language)),
        (_WAIT, duration(transfer.wait, language) if transfer.wait is not None else ""),
        (_LIMIT, str(transfer.limit) if transfer.limit is not None else ""),
        (_CLOSED, closed or ""),
    ]
    ends = {"source": touchpoint_name(network, edge.source), "target": touchpoint_name(network, edge.target)}
    return (_FROM_TO.say(language, **ends), *(words.say(language, value=value) for words, value in said if value))


def department_details(network: Network, key: str, language: Language) -> tuple[str, ...]:
    """All that a map says about a department, line by line."""
    department = network.map.departments[key]
    said = [(_HOURS, department.hours or ""), (_CONTACT, department.contact or "")]
    lines = (words.say(language, value=value) for words, value in said if value)
    return (_title(network.map.name_of("departments", key), key), *lines)


def finding_details(badges: Iterable[Badge], overlay: Overlay, language: Language) -> tuple[str, ...]:
    """The findings behind some badges, one line each."""
    wanted = {badge.number for badge in badges}
    return tuple(
        _FINDING.say(language, number=mark.number, code=mark.code, text=mark.text)
        for mark in overlay.marks
        if mark.number in wanted
    )


def _title(name: str, key: str) -> str:
    return name if name == key else f"{name} [{key}]"


def _departments(network: Network, touchpoint: Touchpoint, language: Language) -> str:
    return names(network, "departments", touchpoint.department, language)


def _flags(network: Network, number: int, language: Language) -> Iterator[str]:
    touchpoint = network.touchpoints[number]
    yield (_MACHINE if network.machine[number] else _PERSON).say(language)
    if touchpoint.entry is not None and touchpoint.entry.volume is not None:
        yield _ENTRY.say(language, value=volume(touchpoint.entry.volume, language))
    elif touchpoint.entry is not None:
        yield _BEGIN.say(language)
    if touchpoint.advances:
        yield _ADVANCES.say(language)
    if touchpoint.follow_up:
        yield _FOLLOW_UP.say(language)


def _opening(network: Network, number: int) -> Iterator[tuple[Words, str]]:
    touchpoint = network.touchpoints[number]
    if touchpoint.hours is not None:
        yield _HOURS, touchpoint.hours
        return
    yield _CHANNEL_HOURS, network.map.channels[touchpoint.channel].hours or ""
    if not network.machine[number] and network.mode[number] != "message":
        hours = [network.map.departments[key].hours for key in touchpoint.department]
        yield _DEPARTMENT_HOURS, " | ".join(dict.fromkeys(text for text in hours if text))


def _asked(network: Network, questions: dict[str, Filter], language: Language, cases: int) -> str:
    asked = [item for item, chosen in questions.items() if network.cases.matching(chosen) & cases]
    return names(network, "information", sorted(asked), language)


def _recorded(network: Network, touchpoint: Touchpoint, language: Language) -> str:
    parts = []
    for system, items in sorted(touchpoint.records.items()):
        saved = _EVERYTHING.say(language) if items is None else names(network, "information", sorted(items), language)
        parts.append(_RECORDED.say(language, system=network.map.name_of("systems", system), items=saved))
    return listed(parts, language)


def _resolved(network: Network, touchpoint: Touchpoint, language: Language) -> str:
    resolves = touchpoint.resolves
    if resolves is None:
        return ""
    if resolves.reasons is None:
        return _part(_ANYTHING.say(language), None if resolves.share is None else percent(resolves.share), language)
    shares = sorted(resolves.reasons.items())
    return listed(
        (_part(network.map.name_of("reasons", key), None if s is None else percent(s), language) for key, s in shares),
        language,
    )


def _part(reason: str, share: str | None, language: Language) -> str:
    return reason if share is None else _PART.say(language, reason=reason, share=share)


def _amounts(network: Network, touchpoint: Touchpoint, language: Language) -> Iterator[tuple[Words, str]]:
    reply = touchpoint.reply.within if touchpoint.reply is not None else None
    times = ((_WAIT, touchpoint.wait), (_TIME, touchpoint.time), (_WRAP_UP, touchpoint.wrap_up), (_REPLY, reply))
    for words, time in times:
        yield words, duration(time, language) if time is not None else ""
    for words, amount in ((_COST, touchpoint.cost), (_FEE, touchpoint.fee)):
        yield words, money(amount, network.map.currency) if amount is not None else ""
    yield _ABANDONS, percent(touchpoint.abandons) if touchpoint.abandons is not None else ""


def _carried(network: Network, edge: Edge, language: Language) -> str:
    if edge.carries == "all":
        return _ALL.say(language)
    if edge.carries == "none" or not edge.carries:
        return _NONE.say(language)
    return names(network, "information", sorted(edge.carries), language)
