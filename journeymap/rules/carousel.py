"""The customer is passed round several departments and comes back to the first.

What it finds
-------------
A loop that customers reach and that leads through three departments or more, or repeatedly through the same
two, so that after one lap they are where they were and nothing has changed. A touchpoint that two
departments own counts as a department of its own. All transfers of the loop exist for the same customers:
the finding says for whom.

What is no pointless loop: a way through a touchpoint with `advances: true`, where work is done that changes
the case; a way that takes a transfer with a `limit`, which is a bounded retry, or one of kind `next`, by
which the customer goes on in the journey; a transfer of a touchpoint to itself (JM007); and a loop on
channels with `mode: self` only, where the customer steers and going back is no fault. Loops that no
customer reaches are not reported. For every transfer that lies on a loop of at most `loop_length` transfers
a shortest one is reported; longer loops, and touchpoints woven together by more than `loop_component`
transfers, are a tangle (JM205). Shares and opening hours do not matter, and the way to an `if_closed`
counts like any other.

Why it hurts the customer
-------------------------
Each desk sends the customer to the next in good faith, and none of them sees the circle. Only the
customer does, when the first voice answers again. Nobody owns the matter, so nobody will ever end it.

A map it fires on
-----------------
The hotline (客服热线) sends broadband faults to the shop (营业厅柜台), the shop to network maintenance
(网络维护组), whose technicians come to the house (上门), and maintenance back to the hotline:

    journeymap: 1
    name: 华星电信宽带报障
    channels: {电话: {mode: live}, 门店: {mode: live}, 上门: {mode: live}}
    departments: [客服中心, 营业厅, 网络部]
    touchpoints:
      客服热线:
        name: 客服热线
        channel: 电话
        department: 客服中心
        entry: true
        resolves: true
        transfers:
          营业厅柜台: {kind: redirect, when: 需要更换设备}
      营业厅柜台:
        name: 营业厅柜台
        channel: 门店
        department: 营业厅
        transfers:
          网络维护组: {kind: redirect, when: 设备正常}
      网络维护组:
        name: 网络维护组
        channel: 上门
        department: 网络部
        transfers:
          客服热线: {kind: redirect, when: 线路正常}

The same map mended
-------------------
Maintenance (网络维护组) owns the fault until it is settled:

    journeymap: 1
    name: 华星电信宽带报障
    channels: {电话: {mode: live}, 门店: {mode: live}, 上门: {mode: live}}
    departments: [客服中心, 营业厅, 网络部]
    touchpoints:
      客服热线:
        name: 客服热线
        channel: 电话
        department: 客服中心
        entry: true
        resolves: true
        transfers:
          营业厅柜台: {kind: redirect, when: 需要更换设备}
      营业厅柜台:
        name: 营业厅柜台
        channel: 门店
        department: 营业厅
        transfers:
          网络维护组: {kind: redirect, when: 设备正常}
      网络维护组:
        name: 网络维护组
        channel: 上门
        department: 网络部
        resolves: true

Settings
--------
* `loop_length: 6`: loops of at most so many transfers are reported one by one
* `loop_component: 500`: touchpoints woven together by more transfers are reported as one tangle

References
----------
* The service-centre articles this project started from: ownership is disputed, and the customer is passed
  round
* Q. Shao, Y. Chen, S. Tao, X. Yan, N. Anerousis, Efficient Ticket Routing by Resolution Sequence Mining,
  KDD 2008: what the way of a ticket through many groups costs

"""

from __future__ import annotations

from journeymap.analysis.loops import Pattern
from journeymap.findings import Severity
from journeymap.rules.looping import pattern_check
from journeymap.rules.rule import Rule

__all__ = ["RULE", "check"]

check = pattern_check(
    "JM202",
    Pattern.CAROUSEL,
    "the customer can be passed round several departments ({departments}) and be back where they were: {loop}",
    "give the matter one owner, take one of the transfers out, or bound it (limit: 1)",
    "if the back office works on the case, say so there (advances: true); else give the matter one owner, "
    "or bound the way back (limit: 1)",
)

RULE = Rule("JM202", "carousel", Severity.ERROR, check, __name__)
