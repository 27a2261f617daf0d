"""Amazon Connect: flows in the flow language of 2019-10-30, as the API describes them, and as the old console exported
them, one or many together.

Flows are departments; menus, inputs, bots and views are touchpoints of machines; queues are persons, each a department
of its own. Modules are gone through once per block that calls them.
"""

from journeymap.exchange.importing.amazon_connect.reading import matches, read

__all__ = ["matches", "read"]
