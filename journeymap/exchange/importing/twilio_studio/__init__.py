"""Twilio Studio: flow definitions as the console and the API give them, alone or wrapped (a list, a deployment file,
the definition as text), one or many together.

Flows are departments; inputs, questions that wait for a reply, bots and payments are touchpoints of machines; agents,
queues and connected numbers are persons. Subflows are gone through once per widget that runs them.
"""

from journeymap.exchange.importing.twilio_studio.reading import matches, read

__all__ = ["matches", "read"]
