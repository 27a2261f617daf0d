"""Genesys Cloud Architect: flows as Archy writes them (YAML), one or many together.

Flows are departments; menus, questions and bots are touchpoints of machines; queues, users, groups and outside numbers
are persons. Actions of a list follow each other; whatever an output does not end comes back to the action that
follows. Tasks, common modules and bot flows are gone through once per place that calls them.
"""

from journeymap.exchange.importing.genesys_architect.reading import matches, read

__all__ = ["matches", "read"]
