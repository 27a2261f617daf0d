"""Forms of the GOV.UK form builder: small ones of our own, and real ones where they are at hand."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from journeymap.errors import CannotRun
from journeymap.exchange.importing.draft import SourceText
from journeymap.exchange.importing.govuk_forms import matches
from journeymap.exchange.importing.kinds import kind_named
from journeymap.exchange.importing.result import Imported
from journeymap.exchange.importing.translating import translate
from journeymap.exchange.importing.writing import map_text
from journeymap.lint import Selection, lint_map
from journeymap.model import Transfer
from journeymap.source import SourceFile, read_map

FIELD = {"type": "TextField", "title": "Full name", "name": "a"}
PARA = {"type": "Para", "content": "<p>Read this</p>"}


def page(path: str, *following: Any, title: str = "", components: Sequence[Any] = (), **further: Any) -> dict[str, Any]:
    links = [{"path": link} if isinstance(link, str) else link for link in following]
    return {"path": path, "title": title or path, "components": list(components), "next": links, **further}


SUMMARY = page("/summary", title="Check your answers", controller="./pages/summary.js")


def form(*pages: Any, **further: Any) -> bytes:
    start = {"startPage": pages[0]["path"]} if pages else {}
    return json.dumps({**start, "pages": pages, **further}, indent=1).encode()


def imported(**forms: bytes) -> Imported:
    return translate(
        [SourceText(f"{name}.json", content) for name, content in forms.items()], kind_named("govuk-forms")
    )


def messages(result: Imported, kind: str) -> list[str]:
    return [str(remark.message) for remark in result.remarks if remark.kind == kind]


def transfers(result: Imported, touchpoint: str) -> dict[str, str | None]:
    found = result.map.touchpoints[touchpoint].transfers
    return {target: one.when if isinstance(one, Transfer) else "several" for target, one in found.items()}


def findings(result: Imported, code: str) -> list[Mapping[str, Any]]:
    read = read_map("m.yaml", [SourceFile("m.yaml", map_text(result).encode())])
    return [one.subject for one in lint_map(read, Selection()).diagnostics if one.code.startswith(code)]


def test_pages_are_touchpoints_and_components_are_information() -> None:
    result = imported(
        a=form(
            page("/start", "/who", title="Before you start", components=[PARA], controller="./pages/start.js"),
            page(
                "/who", "/summary", title="Who are you?", components=[PARA, FIELD, {"type": "YesNoField", "name": "b"}]
            ),
            SUMMARY,
            name="Grant",
        )
    )
    assert list(result.map.touchpoints) == ["before_you_start", "who_are_you", "check_your_answers"]
    assert result.map.touchpoints["before_you_start"].entry is not None
    assert list(result.map.touchpoints["who_are_you"].needs) == ["full_name", "who_are_you"]
    assert result.map.touchpoints["check_your_answers"].resolves is not None
    assert result.map.channels["web"].mode == "self"
    assert (result.map.name, result.remarks) == ("Grant", ())


def test_conditions_are_told_in_their_own_words() -> None:
    condition = {"field": {"display": "Age"}, "operator": "is more than", "value": {"value": "17", "display": "17"}}
    both = {"conditions": [condition, {"coordinator": "and", **condition}]}
    conditions = [
        {"name": "x", "displayName": "is adult", "value": "age > 17"},
        {"name": "y", "value": both},
        {"name": "z", "value": "age < 3"},
    ]
    links = [{"path": f"/{name}", "condition": name} for name in ("x", "y", "z", "lost")]
    ends = [page(f"/{name}") for name in ("x", "y", "z", "lost", "other")]
    result = imported(a=form(page("/age", *links, "/other", components=[FIELD]), *ends, conditions=conditions))
    assert transfers(result, "age") == {
        "x": "is adult",
        "y": "Age is more than 17 and Age is more than 17",
        "z": "age < 3",
        "lost": "lost",
        "other": "otherwise",
    }
    assert messages(result, "error") == ['"/age" asks for the condition "lost", which does not exist']


def test_a_link_to_a_page_that_does_not_exist_is_told_with_its_line() -> None:
    result = imported(a=form(page("/a", "/gone", "/summary"), SUMMARY))
    (remark,) = [remark for remark in result.remarks if remark.kind == "error"]
    assert str(remark.message) == '"/a" leads to "gone", which does not exist'
    assert remark.place.line == 9
    assert '# - a.json:9: "/a" leads to "gone"' in map_text(result)


def test_equal_labels_are_one_item_and_asked_twice_across_forms() -> None:
    ask = page("/a", "/summary", components=[FIELD])
    again = page("/b", "/summary", components=[{**FIELD, "title": "  full   NAME: "}])
    result = imported(one=form(ask, SUMMARY), two=form(again, SUMMARY))
    assert list(result.map.information) == ["full_name"]
    assert [subject["touchpoint"] for subject in findings(result, "JM301")] == ["b"]


def test_asked_twice_in_one_form_is_known_there() -> None:
    ask, again = page("/a", "/b", components=[FIELD]), page("/b", "/summary", components=[FIELD])
    assert findings(imported(one=form(ask, again, SUMMARY)), "JM301") == []


def test_things_in_a_list_are_not_the_applicants() -> None:
    members = {"type": "MultiInputField", "title": "Partners", "children": [FIELD]}
    revealing = {"type": "RadiosField", "title": "Contact by", "list": "ways"}
    lists = [
        {"name": "ways", "items": [{"text": "Post", "conditional": {"components": [{**FIELD, "title": "Address"}]}}]}
    ]
    result = imported(one=form(page("/a", "/summary", components=[members, revealing]), SUMMARY, lists=lists))
    assert [item.name for item in result.map.information.values()] == ["Partners – Full name", "Contact by", "Address"]


def test_checks_come_first_then_numbers_then_names() -> None:
    check = form(
        page("/check", "/yes", title="Can you apply?", components=[FIELD]), page("/yes", controller="confirm.js")
    )
    titles = {"b": "10. Costs", "c": "2. Plans", "a": "Declaration"}
    forms = {name: form(page("/start", "/summary", title=title), SUMMARY) for name, title in titles.items()}
    result = imported(z=check, **forms)
    assert [department.name for department in result.map.departments.values()] == [
        "Can you apply?",
        "2. Plans",
        "10. Costs",
        "Declaration",
    ]
    assert result.map.touchpoints["yes"].transfers["2_plans"].kind == "next"  # type: ignore[union-attr]


def test_an_answer_settles_the_matter_and_a_question_that_leads_nowhere_is_a_fault() -> None:
    result = imported(
        a=form(page("/ask", "/no", "/more"), page("/no", components=[PARA]), page("/more", components=[FIELD]))
    )
    assert result.map.touchpoints["no"].resolves is not None
    assert result.map.touchpoints["more"].resolves is None
    assert messages(result, "error") == ['"/more" asks for something and leads nowhere']
    assert messages(result, "assumed") == [
        "a page that asks nothing and leads nowhere is taken for an answer that settles the matter"
    ]


def test_a_way_outside_is_a_place_of_its_own() -> None:
    redirect = {"path": "/b", "redirect": "https://pay.example/now"}
    result = imported(a=form(page("/a", redirect, "/summary"), SUMMARY, fees=[{"description": "Stamp", "amount": 5}]))
    assert list(result.map.touchpoints) == ["a", "check_your_answers", "https_pay_example_now"]
    assert messages(result, "dropped") == ['the fee "Stamp" is not in the map']


def test_oddities_are_faults() -> None:
    content = {"startPage": "/gone", "pages": [page("/a", "/b"), page("/b"), page("/b", "/a"), "no page", {"x": 1}]}
    result = imported(a=json.dumps(content).encode())
    assert messages(result, "error") == [
        'the start page "/gone" does not exist; the first page is taken',
        'the path "/b" stands twice; the first page counts',
    ]


def test_texts_in_several_languages_and_with_mark_up() -> None:
    result = imported(a=form(page("/a", "/summary", title={"cy": "Enw", "en": "<b>Your</b> name"}), SUMMARY))
    assert result.map.touchpoints["your_name"].name == "Your name"


@pytest.mark.parametrize(
    "value",
    [{"pages": [{"path": "/a", "next": 7, "components": [None, 3, {"type": 5}]}], "conditions": 3, "lists": [1]},
     {"pages": [{"path": "", "next": [{"path": 3}, {"path": "/a", "condition": {}}]}], "fees": [{}], "startPage": []}],
)  # fmt: skip
def test_what_is_no_part_of_the_format_is_passed_over(value: Any) -> None:
    assert matches(value)
    assert len(imported(a=json.dumps(value).encode()).map.touchpoints) == 1


@pytest.mark.parametrize("value", [None, [], {}, {"pages": {}}, {"pages": []}, {"pages": [{"title": "a"}]}])
def test_other_json_is_no_form(value: Any) -> None:
    assert not matches(value)
    with pytest.raises(CannotRun, match="is no form"):
        imported(a=json.dumps(value).encode())


def test_the_order_of_the_files_does_not_matter() -> None:
    forms = {name: form(page(f"/{name}", "/summary", components=[FIELD]), SUMMARY) for name in "abc"}
    assert map_text(imported(**forms)) == map_text(imported(**dict(reversed(forms.items()))))


REPOSITORY = Path(__file__).parents[3]
REAL = next(
    (at for at in (REPOSITORY / "../shared/data", Path("/work/shared/data")) if at.is_dir()), REPOSITORY / "none"
)


@pytest.mark.skipif(not REAL.is_dir(), reason="the real forms are not at hand")
@pytest.mark.parametrize(
    ("fund", "repeated", "missing"),
    [
        ("hsra_rp", ["email_address", "full_name", "telephone_number"], 1),
        ("hsra_vr", ["email_address", "full_name", "telephone_number"], 1),
        ("ehcf_r1", ["what_is_the_legal_status_of_your_organisation"], 0),
        ("night_shelter", [], 0),
    ],
)
def test_real_forms(fund: str, repeated: list[str], missing: int) -> None:
    files = sorted((REAL / "grant-forms" / fund).glob("*.json"))
    result = imported(**{file.stem: file.read_bytes() for file in files})
    assert sorted(subject["information"] for subject in findings(result, "JM301")) == repeated
    assert len(messages(result, "error")) == missing
    assert findings(result, "JM0") == []


CONDITIONS = [{"id": "c1", "displayName": "lives here", "items": []}, {"id": "c2", "displayName": "lives elsewhere"}]


def ordered(*pages: Any, **further: Any) -> bytes:
    return form(*pages, **{"engine": "V2", "startPage": "/summary", "conditions": CONDITIONS, **further})


def test_pages_of_the_second_engine_follow_in_their_order_where_their_condition_holds() -> None:
    result = imported(
        a=ordered(
            page("/where", components=[{**FIELD, "title": "Where do you live?"}], title=" "),
            page("/no", condition="c2", title="You cannot apply", controller="TerminalPageController"),
            page("/here", condition="c1", title="Number", components=[FIELD]),
            page("/pay", title="Pay"),
            {"path": "/summary", "title": "", "controller": "SummaryPageController"},
            name="Permit",
        )
    )
    assert list(result.map.departments) == ["permit"]
    assert [key for key, one in result.map.touchpoints.items() if one.entry] == ["where_do_you_live"]
    ways = {"you_cannot_apply": "lives elsewhere", "number": "lives here", "pay": "otherwise"}
    assert transfers(result, "where_do_you_live") == ways
    assert transfers(result, "you_cannot_apply") == {}
    assert (transfers(result, "number"), transfers(result, "pay")) == ({"pay": None}, {"check_your_answers": None})
    assert messages(result, "error") == []


def test_pages_without_links_and_with_conditions_follow_in_their_order_whatever_the_engine() -> None:
    pages = [page("/a"), page("/b", condition="gone"), page("/c", condition=[[{"operator": "=="}]]), SUMMARY]
    result = imported(a=form(*pages))
    ways = {"b": "gone", "c": "under a condition", "check_your_answers": "otherwise"}
    assert transfers(result, "a") == ways
    assert messages(result, "error") == ['"/b" asks for the condition "gone", which does not exist']


def test_very_many_conditions_in_a_row_are_cut_off_and_told() -> None:
    pages = [page(f"/{number}", condition="c1") for number in range(300)]
    result = imported(a=ordered(*pages))
    assert len(transfers(result, "0")) == 40
    assert any(said.startswith('more than 40 pages after "/0" have') for said in messages(result, "assumed"))
