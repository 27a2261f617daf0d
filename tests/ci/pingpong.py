"""A map without fault, and the same map with a ping-pong added."""

__all__ = ["BILLING", "METERING", "METERING_SENDS_BACK", "PING_PONG", "SOUND"]

BILLING = """\
journeymap: 1
name: River Valley Water, wrong bills
channels: [phone]
departments: {billing: {name: Billing}, metering: {name: Metering}}
touchpoints:
  billing_desk:
    channel: phone
    department: billing
    entry: true
    resolves: true
    transfers:
      meter_desk: {kind: cold}
"""

METERING = """\
  meter_desk:
    channel: phone
    department: metering
    resolves: true
"""

METERING_SENDS_BACK = (
    METERING
    + """\
    transfers:
      billing_desk: {kind: cold}
"""
)

SOUND = BILLING + METERING
PING_PONG = BILLING + METERING_SENDS_BACK
