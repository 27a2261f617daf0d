"""The sheet of explanations of a template: what the tables and columns mean, in English and Chinese."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pydantic import BaseModel

from journeymap.exchange.tables.columns import TABLES, model_of

__all__ = ["FILE", "SHEET", "explanations"]

SHEET, FILE = "explanations 说明", "explanations.csv"
"""The title of the sheet, and the name of the file; an import passes it over."""

_GENERAL = (
    ("", "One row for each element; empty cells are absent keys. The columns are the keys of the map language.",
     "每个元素一行；空单元格表示没有该键。列名即地图语言的键。"),
    ("", "Lists: a; b - or each on a line of its own. Mappings: {reason: [a, b]} as in YAML.",
     "列表写作 a; b，或每行一个。映射写作 {reason: [a, b]}，与 YAML 相同。"),
    ("", "An apostrophe before a text is no part of it: it keeps = + - @ from becoming a formula.",
     "文本前的单引号不属于内容：它防止 = + - @ 变成公式。"),
    ("", 'Columns that begin with x- are notes and are not read. Import: journeymap import FILE -o map.yaml',
     "以 x- 开头的列是备注，不会读取。导入：journeymap import 文件 -o map.yaml"),
)  # fmt: skip

_CHINESE_TABLES: Mapping[str, str] = {
    "touchpoints": "触点：客户与公司接触之处，或公司处理该联络之处", "transfers": "转接：从一个触点到另一个触点",
    "stages": "阶段，按先后顺序", "segments": "客户分群", "products": "产品线", "reasons": "来电原因",
    "channels": "渠道", "departments": "部门", "systems": "系统", "information": "信息项",
    "contracts": "必须遵守的承诺", "scenarios": "假设情景", "map": "整张地图的说明",
}  # fmt: skip

_CHINESE: Mapping[str, str] = {
    "name": "显示给人看的名称；默认为 id", "channel": "渠道；必填", "department": "负责部门；必填",
    "stage": "所属阶段", "for": "适用于哪些客户；默认所有客户", "handled_by": "person 人工，machine 机器",
    "entry": "true 表示客户从这里开始", "needs": "这里必须知道的信息项；未知时才询问",
    "always_asks": "每次都询问的信息项", "reads": "到达时查询的系统", "records": "离开前保存到的系统",
    "systems": "还要打开的界面，按顺序", "tasks": "这里所做工作的名称",
    "resolves": "true；比例；原因列表；或 {原因: 比例}", "advances": "true 表示这里的工作推进了事情",
    "reply": "答复承诺：{within: 2 d}", "follow_up": "true 表示询问客户是否真正解决", "hours": "营业时间",
    "time": "处理时长", "wrap_up": "话后处理时长", "wait": "等待时长", "cost": "公司成本", "fee": "客户费用",
    "abandons": "放弃比例", "priority": "high 高，normal 普通，low 低", "ignore": "忽略的规则及理由",
    "kind": "转接方式：step 同一渠道内继续，warm 协商转，cold 盲转，redirect 请客户另行联系，callback 回呼，"
            "ticket 工单，next 旅程的下一步",
    "carries": "一并传递的信息项：all、none 或列表", "share": "所占比例", "when": "条件，显示在箭头上",
    "if_closed": "目标下班时由谁接手", "limit": "同一联络最多可走几次", "value": "每位客户每年的收入",
    "product": "涉及的产品；默认全部", "segment": "哪些客户分群；默认全部", "complaint": "是否为投诉",
    "mode": "live 客户在线等待，message 稍后答复，self 自助，internal 内部", "staff": "坐席人数",
    "patience": "来电者平均愿意等待的时间", "contact": "联系人", "holds": "事先已有的信息项",
    "lasts": "journey 整个旅程，contact 仅本次联络", "sensitive": "是否敏感", "description": "说明文字",
    "from": "从哪里开始", "reach": "必须到达何处", "within": "期限", "always": "无论怎么走都能到达",
    "never": "绝不允许发生的事", "changes": "变化列表",
}  # fmt: skip


def explanations() -> tuple[tuple[str, str, str], ...]:
    """The rows of the sheet: what, in English, in Chinese."""
    return (("what 项目", "meaning", "含义"), *_GENERAL, *_tables())


def _tables() -> Iterator[tuple[str, str, str]]:
    for kind in TABLES:
        model = model_of(kind)
        yield kind.name, _first_line(model) if model else "What is said of the whole map.", _CHINESE_TABLES[kind.name]
        for column in kind.columns if model else ():
            yield f"{kind.name}: {column}", _meaning(model, column), _CHINESE[column]


def _first_line(model: type[BaseModel]) -> str:
    return (model.__doc__ or "").partition("\n")[0]


def _meaning(model: type[BaseModel] | None, column: str) -> str:
    fields = model.model_fields.items() if model else ()
    return next((str(field.description) for name, field in fields if column in (field.alias, name)), "")
