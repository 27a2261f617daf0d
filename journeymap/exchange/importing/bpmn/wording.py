"""Words of a process: names, conditions, waiting times, and what they say of channels and of who does the work."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import timedelta

from journeymap.exchange.importing.draft import Channel
from journeymap.exchange.importing.loose import text
from journeymap.exchange.importing.phrases import shortened

__all__ = [
    "BACK_OFFICE", "CONTACT", "asked", "channel_in", "duration_of", "is_customer", "is_machine", "meets_customers",
    "name_of", "words",
]  # fmt: skip

CONTACT = Channel("contact", "Contact", "live")
BACK_OFFICE = Channel("back_office", "Back office", "internal")

_CUSTOMER = re.compile(
    r"\b(?:customers?|clients?|consumers?|users?|end[ -]?users?|callers?|citizens?|patients?|guests?|passengers?|"
    r"applicants?|claimants?|policy ?holders?|subscribers?|shoppers?|buyers?|kunden?|kundinn?en?|kundin|nutzer|"
    r"anrufer|bürger|patienten?|antragsteller(?:in)?|clientes?|usuarios?|ciudadan[oa]s?|utilisateurs?|usagers?)\b"
    r"|客户|顾客|用户|客戶|顧客|消费者|旅客|市民|お客様",
    re.IGNORECASE,
)
_OURS = re.compile(
    r"\b(?:services?|support|care|desk|agents?|managers?|management|teams?|departments?|dept|relations?|accounts?|"
    r"cent(?:re|er)|onboarding|system|process|portal|office|handling|dienst|betreuung|servicio|atención|advisors?|"
    r"representatives?|success)\b|服务|客服|中心|部|系统|经理|流程|接待|坐席|专员",
    re.IGNORECASE,
)
_MEETS = re.compile(
    r"\b(?:front|desk|help ?desk|call|contact|reception(?:ist)?|customer|client|sales|shop|branch|counter|hotline|"
    r"1st|first[ -]level|first[ -]line|agents?|advisors?|service|clerk|kunden\w*|empfang|schalter|vertrieb)\b"
    r"|客服|前台|柜台|柜面|热线|坐席|接待|销售|窗口|服务",
    re.IGNORECASE,
)
_MACHINE = re.compile(
    r"\b(?:systems?|engines?|automat\w*|bots?|chat ?bots?|robots?|software|server|platform|application|crm|erp|ivr|"
    r"virtual assistant|workflow|integration|database|api)\b|系统|机器人|自动|平台|引擎",
    re.IGNORECASE,
)
_CHANNELS = (
    (re.compile(r"\b(?:phone|telephone|phones|telephones|call|calls|calling|hotline|ivr|telefon\w*|anruf\w*)\b"
                r"|电话|來電|来电|呼叫|热线|致电", re.IGNORECASE), Channel("phone", "Phone", "live")),
    (re.compile(r"\b(?:chat|chats|chatbot|messenger|whatsapp|wechat|virtual assistant)\b|聊天|微信|在线客服",
                re.IGNORECASE), Channel("chat", "Chat", "live")),
    (re.compile(r"\b(?:e-?mails?|mails?)\b|邮件|电邮", re.IGNORECASE), Channel("email", "E-mail", "message")),
    (re.compile(r"\b(?:sms|text messages?)\b|短信", re.IGNORECASE), Channel("sms", "SMS", "message")),
    (re.compile(r"\b(?:letters?|by post|postal|brief)\b|信函|信件", re.IGNORECASE),
     Channel("letter", "Letter", "message")),
    (re.compile(r"\b(?:web ?forms?|contact forms?|online forms?)\b|网上表单", re.IGNORECASE),
     Channel("web_form", "Web form", "message")),
    (re.compile(r"\b(?:branch|counter|reception|in person|schalter|filiale)\b|柜台|柜面|网点|门店", re.IGNORECASE),
     Channel("branch", "Branch", "live")),
)  # fmt: skip
_ISO_DURATION = re.compile(
    r"P(?:(?P<weeks>\d{1,4})W)?(?:(?P<days>\d{1,5})D)?"
    r"(?:T(?:(?P<hours>\d{1,6})H)?(?:(?P<minutes>\d{1,7})M)?(?:(?P<seconds>\d{1,9})(?:\.\d+)?S)?)?"
)
_LONGEST_CONDITION = 80
_MOST_SEARCHED = 300


def words(value: object) -> str:
    """A name as one line of printable text."""
    return text(value)


def name_of(name: str, tag: str) -> str:
    """The name of a step, or what kind of step it is: ``userTask`` is ``User task``."""
    parts = "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in tag)
    return name or parts[:1].upper() + parts[1:]


def asked(question: str, answer: str) -> str:
    """A gateway's question with the answer that a way stands for: ``Invoice approved? no``."""
    if not question or not answer:
        return shortened(answer, _LONGEST_CONDITION)
    joined = f"{question} {answer}" if question.endswith(("?", "？", ":", "：")) else f"{question}: {answer}"
    return shortened(joined, _LONGEST_CONDITION)


def is_customer(name: str) -> bool:
    """Whether a pool's name is that of customers, and not of those who care for them."""
    searched = name[:_MOST_SEARCHED]
    return bool(_CUSTOMER.search(searched)) and not _OURS.search(searched)


def meets_customers(name: str) -> bool:
    """Whether a lane's name says that customers are met there."""
    return bool(_MEETS.search(name[:_MOST_SEARCHED]))


def is_machine(name: str) -> bool:
    """Whether a pool's or lane's name is that of a machine."""
    return bool(_MACHINE.search(name[:_MOST_SEARCHED]))


def channel_in(names: Iterable[str]) -> Channel:
    """The channel that the first telling name speaks of."""
    for name in names:
        for pattern, channel in _CHANNELS:
            if pattern.search(name[:_MOST_SEARCHED]):
                return channel
    return CONTACT


def duration_of(written: str) -> timedelta | None:
    """An ISO 8601 duration of weeks, days and smaller; None for anything else (months have no fixed length)."""
    match = _ISO_DURATION.fullmatch(written.strip())
    parts = {unit: int(count) for unit, count in match.groupdict().items() if count} if match is not None else {}
    if not parts or parts.get("seconds", 0) > 10**8:
        return None
    found = timedelta(**parts)
    return found if timedelta(0) < found <= timedelta(days=36500) else None
