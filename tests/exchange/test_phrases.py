"""What prompts say, in English and in Chinese."""

from __future__ import annotations

import pytest

from journeymap.exchange.importing.phrases import asked_for, is_sensitive, options


@pytest.mark.parametrize(
    ("said", "offered"),
    [
        ("Press 1 to pay, or press 2 for help.", {"1": "pay", "2": "help"}),
        ("To pay a bill, press 1. For help press star.", {"1": "pay a bill", "*": "help"}),
        ("查询余额请按1，挂失请按2，人工服务请按0。", {"1": "查询余额", "2": "挂失", "0": "人工服务"}),
        ("按1查询订单，按2转人工", {"1": "查询订单", "2": "转人工"}),
        ("请回复1查询订单，回复2转人工", {"1": "查询订单", "2": "转人工"}),
        ("如需人工服务，请按0；返回请按星号键", {"0": "人工服务", "*": "返回"}),
        ("您的余额是1元", {}),
    ],
)
def test_choices_that_are_offered(said: str, offered: dict[str, str]) -> None:
    assert options(said) == offered


@pytest.mark.parametrize(
    ("said", "asked", "sensitive"),
    [
        ("Please enter your account number", "account number", True),
        ("请输入您的卡号，以井号结束。", "卡号", True),
        ("请您提供订单号", "订单号", False),
        ("欢迎致电", "", False),
    ],
)
def test_what_is_asked_for(said: str, asked: str, sensitive: bool) -> None:
    assert (asked_for(said), is_sensitive(asked)) == (asked, sensitive)


@pytest.mark.parametrize("said", ["按" * 5000, "请" * 5000, "输入" * 3000, "press 1 " * 2000, "a请按" * 2000])
def test_long_prompts_are_soon_read(said: str) -> None:
    assert len(options(said)) < 10
    asked_for(said)
