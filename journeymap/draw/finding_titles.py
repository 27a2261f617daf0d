"""What each rule finds, in the few words that a legend has room for, and what it is about."""

from __future__ import annotations

from collections.abc import Mapping

from journeymap.draw.scene import Category
from journeymap.draw.words import Words

__all__ = ["TITLES", "category_of", "title_of"]

TITLES: Mapping[str, Words] = {
    "JM001": Words("Unreadable file", "文件无法读取"),
    "JM002": Words("Invalid value", "取值无效"),
    "JM003": Words("Unknown reference", "引用未声明"),
    "JM004": Words("Defined twice", "重复定义"),
    "JM005": Words("Shares over 100%", "占比超过 100%"),
    "JM006": Words("Declared, never used", "已声明但未使用"),
    "JM007": Words("Transfer to itself", "转接给自身"),
    "JM008": Words("Suppression of no use", "无效的豁免"),
    "JM009": Words("Carries what nobody knows", "随转信息无从获知"),
    "JM010": Words("Transfer never taken", "从不发生的转接"),
    "JM101": Words("Dead end", "死胡同"),
    "JM102": Words("Trap without a way out", "有进无出的陷阱"),
    "JM103": Words("Nobody resolves it", "无人能解决"),
    "JM104": Words("Never reached", "客户无法到达"),
    "JM105": Words("Closed on arrival", "转到时已关闭"),
    "JM106": Words("Out of hours", "服务时间之外"),
    "JM107": Words("Request without an answer", "请求无回音"),
    "JM108": Words("Silent stage", "无人服务的阶段"),
    "JM109": Words("Contested ownership", "归属不清"),
    "JM110": Words("Complaint without follow-up", "投诉无回访"),
    "JM111": Words("Ticket lacks information", "工单信息不全"),
    "JM112": Words("Stranded caller", "客户滞留"),
    "JM113": Words("Lost silently", "无声流失"),
    "JM201": Words("Ping-pong", "两个部门间来回推"),
    "JM202": Words("Carousel", "多个部门间兜圈"),
    "JM203": Words("Menu loop", "菜单循环"),
    "JM204": Words("Loop inside a department", "部门内循环"),
    "JM205": Words("Tangle of loops", "循环缠结"),
    "JM206": Words("Back where it came from", "转回原部门"),
    "JM207": Words("Long way round", "绕远路"),
    "JM208": Words("Channel bounce", "渠道来回切换"),
    "JM209": Words("Person out of reach", "难以转到人工"),
    "JM301": Words("Repeated information", "重复提供信息"),
    "JM302": Words("Asked although known", "已知仍询问"),
    "JM303": Words("Asked too early", "过早询问"),
    "JM304": Words("Two sources of truth", "同一信息两处记录"),
    "JM305": Words("Collected for nothing", "收集后无用"),
    "JM401": Words("Valued customers reach no person", "重要客户难以转到人工"),
    "JM402": Words("A person does machine work", "人工做机器的工作"),
    "JM403": Words("Only a paid way", "只有收费途径"),
    "JM501": Words("Too many screens", "系统窗口过多"),
    "JM502": Words("Work done twice", "重复工作"),
    "JM901": Words("Broken promise", "承诺落空"),
}
"""A short title for every rule, by code."""

_FAMILIES: Mapping[str, Category] = {"JM1": "blind_spot", "JM2": "loop", "JM3": "repeat"}
_CLOSED = frozenset({"JM105", "JM106"})


def title_of(code: str) -> Words:
    """The short title of a rule; its code where there is none."""
    return TITLES.get(code, Words(code, code))


def category_of(code: str) -> Category:
    """What a rule is about: contact lost, a closed door, a loop, a repeat, or something else."""
    return "closed" if code in _CLOSED else _FAMILIES.get(code[:3], "other")
