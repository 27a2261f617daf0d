"""What a customer does and goes through at a touchpoint, in a few words."""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.draw.scene import GlyphName
from journeymap.draw.views.amounts import duration, money, percent
from journeymap.draw.views.naming import names
from journeymap.draw.wishes import Language
from journeymap.draw.words import Words
from journeymap.graph import Edge, Network

__all__ = ["action", "experiences"]

_BEGINS: dict[GlyphName, Words] = {
    "phone": Words("Calls", "拨打电话"),
    "chat": Words("Opens the chat", "发起在线会话"),
    "mail": Words("Writes a message", "写信或发邮件"),
    "web": Words("Opens the web page", "打开网页"),
    "app": Words("Opens the app", "打开手机应用"),
    "branch": Words("Comes in person", "亲自到场"),
    "back_office": Words("Begins without knowing it", "不知情地开始"),
    "other": Words("Begins here", "由此开始"),
}
_UNSEEN = Words("Waits and sees nothing of this", "等待，看不到这一步")
_ASKED_FROM_BEHIND = Words("Is asked by the back office", "后台来索要信息")
_FOLLOWED_UP = Words("Is asked whether it is solved", "接受回访：是否解决")
_ANSWERED = Words("Waits for a written answer", "等待书面答复")
_ARRIVES = {
    "step": Words("Goes on to the next step", "继续下一步"),
    "warm": Words("Is put through and announced", "被转接，对方已知情"),
    "cold": Words("Is put through without a word", "被盲转，对方不知情"),
    "redirect": Words("Has to make contact again", "被请去另行联络"),
    "callback": Words("Is contacted by the company", "接到公司回复"),
    "ticket": Words("Hears from the company", "等到公司处理"),
    "next": Words("Goes on in the journey", "进入旅程下一步"),
}
_MACHINE_TAKES_OVER = Words("Is passed on to a machine", "被转给机器")
_COMES = Words("Comes here", "来到这里")
_AGAIN = Words("Says again: {items}", "重复提供：{items}")
_PAYS = Words("Pays {amount}", "需付费 {amount}")
_PROMISED = Words("Is promised an answer within {time}", "获承诺 {time}内答复")
_GIVE_UP = Words("{share} give up", "{share} 放弃")
_HELPED = Words("Is helped here", "问题得到解决")
_PARTLY_HELPED = Words("{share} are helped", "{share} 得到解决")
_STUCK = Words("Gets no further", "到此为止，没有下文")


def action(
    network: Network, number: int, first_way: Edge | None, glyph: GlyphName, language: Language, *, asked: bool
) -> str:
    """What brings the customer here; `first_way` is the transfer by which it is first met, None at entries.

    `asked` says whether the customer is asked for anything here: then even the back office does not go unnoticed.
    """
    if asked and network.mode[number] == "internal":
        return _ASKED_FROM_BEHIND.say(language)
    return _action(network, number, first_way, glyph).say(language)


def _action(network: Network, number: int, first_way: Edge | None, glyph: GlyphName) -> Words:
    if network.mode[number] == "internal":
        return _UNSEEN
    if network.touchpoints[number].follow_up:
        return _FOLLOWED_UP
    if first_way is None:
        return _BEGINS[glyph] if network.touchpoints[number].entry is not None else _COMES
    if network.mode[number] == "message" and not network.machine[number]:
        return _ANSWERED
    if network.machine[number] and first_way.kind in ("cold", "warm"):
        return _MACHINE_TAKES_OVER
    return _ARRIVES[first_way.kind]


def experiences(
    network: Network, number: int, again: frozenset[str], ending: str | None, share: str, language: Language
) -> tuple[str, ...]:
    """What else happens to the customer here; `again` are the items asked once more, `ending` how it can end."""
    return tuple(_experiences(network, number, again, ending, share, language))


def _experiences(
    network: Network, number: int, again: frozenset[str], ending: str | None, share: str, language: Language
) -> Iterator[str]:
    touchpoint = network.touchpoints[number]
    if again:
        yield _AGAIN.say(language, items=names(network, "information", sorted(again), language))
    if touchpoint.fee:
        yield _PAYS.say(language, amount=money(touchpoint.fee, network.map.currency))
    if touchpoint.reply is not None:
        yield _PROMISED.say(language, time=duration(touchpoint.reply.within, language))
    if touchpoint.abandons:
        yield _GIVE_UP.say(language, share=percent(touchpoint.abandons))
    if ending == "resolved":
        yield _PARTLY_HELPED.say(language, share=share) if share else _HELPED.say(language)
    elif ending == "dead_end":
        yield _STUCK.say(language)
