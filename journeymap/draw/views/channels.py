"""The little picture of a channel, guessed from what it is called and how it works."""

from __future__ import annotations

import re

from journeymap.draw.scene import GlyphName
from journeymap.graph import Network

__all__ = ["channel_glyph"]

_WORDS: tuple[tuple[GlyphName, str, str], ...] = (
    ("back_office", r"back|internal|queue|workflow", "后台|内部|工单|中台"),
    ("mail", r"e?mails?|letters?|post|fax|inbox|mailbox|sms|text|voicemail", "邮件|邮箱|邮寄|来信|信函|信箱|传真|短信"),
    ("chat",
     r"chats?|im|wechat|whatsapp|messenger|messaging|telegram|line|bot|chatbot|social|weibo",
     "微信|在线客服|聊天|即时|机器人|社交|微博|钉钉"),
    ("app", r"apps?|mobile", "手机银行|应用|小程序|客户端|app"),
    ("branch", r"branch|branches|stores?|shops?|counters?|desk|office|kiosk|atm|agency|visits?|on site|person|street",
     "网点|门店|柜台|柜面|营业厅|分行|支行|线下|上门|自助机"),
    ("web", r"web|websites?|forms?|portal|online|page|internet|browser|self",
     "网站|网页|网银|官网|表单|门户|网上"),
    ("phone", r"phones?|tele\w*|calls?|hotline|voice|ivr|tel|cell|mobile", "电话|热线|呼叫|语音|座机|来电"),
)  # fmt: skip
_GUESSES = tuple(
    (glyph, re.compile(rf"(?:^|[^a-z])(?:{english})(?![a-z])"), re.compile(chinese))
    for glyph, english, chinese in _WORDS
)
_BY_PHONE_FIRST = re.compile(r"telephone|phone|hotline|电话|热线")


def channel_glyph(network: Network, number: int) -> GlyphName:
    """The glyph of a touchpoint's channel: by its mode, its id, its name; ``other`` where none of them tells."""
    if network.mode[number] == "internal":
        return "back_office"
    key = network.touchpoints[number].channel
    return _guess(key) or _guess(network.map.name_of("channels", key)) or "other"


def _guess(called: str) -> GlyphName | None:
    text = called.lower().replace("_", " ").replace("-", " ")
    if _BY_PHONE_FIRST.search(text):
        return "phone"
    return next((glyph for glyph, english, chinese in _GUESSES if english.search(text) or chinese.search(text)), None)
