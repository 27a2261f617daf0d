"""An `ignore` accepts a fault that is not there.

What it finds
-------------
An entry of `ignore`, on the map, a touchpoint or a transfer, that silences no finding at or below its
place, or that names no rule at all. JM001 to JM004 cannot be suppressed, so an entry for one of them is of
no use and is reported too.

An entry is not reported if its rule was left out of the run (`--select`, `--ignore`) or crashed: then
nobody can know. An `ignore` for JM008 itself may keep other entries quiet, but never itself.

Why it hurts the customer
-------------------------
The fault was mended, and the permission to have it stayed. When the old loop comes back one day, nobody
will hear of it but the customers who go round in it.

A map it fires on
-----------------
The spa desk used to send guests back to the reception. It no longer does:

    journeymap: 1
    name: Harbour View Hotel, spa bookings
    channels: [house_phone]
    departments: [front_office, spa]
    touchpoints:
      reception:
        name: Reception
        channel: house_phone
        department: front_office
        entry: true
        ignore: {JM201: "until the spa desk may book rooms itself"}
        transfers:
          spa_desk: {kind: warm}
      spa_desk:
        name: Spa desk
        channel: house_phone
        department: spa
        resolves: true

The same map mended
-------------------

    journeymap: 1
    name: Harbour View Hotel, spa bookings
    channels: [house_phone]
    departments: [front_office, spa]
    touchpoints:
      reception:
        name: Reception
        channel: house_phone
        department: front_office
        entry: true
        transfers:
          spa_desk: {kind: warm}
      spa_desk:
        name: Spa desk
        channel: house_phone
        department: spa
        resolves: true

Settings
--------
None.

References
----------
* The page of the rule whose code the `ignore` names: `journeymap explain CODE`

"""

from __future__ import annotations

from journeymap.findings import Severity
from journeymap.rules.rule import Rule

__all__ = ["RULE"]

RULE = Rule("JM008", "unused-suppression", Severity.WARNING, None, __name__)
