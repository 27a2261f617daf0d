"""The map that ``journeymap init`` writes."""

__all__ = ["STARTER_MAP"]

STARTER_MAP = """\
# A contact map: every place where customers and the company meet, seen from the customer's side.
# Check it with: journeymap lint journeymap.yaml
journeymap: 1                       # version of the map language; this line makes the file a map
name: My company

# Why customers make contact. Also worth declaring: segments, products, stages.
reasons:
  question:  {name: Question}
  complaint: {name: Complaint, complaint: true}

# The media by which you meet. live: the customer waits; message: the answer comes later;
# self: self-service; internal: a back office, no customer is there.
channels:
  phone: {name: Phone, mode: live}
  email: {name: E-mail, mode: message}

# Who answers for touchpoints.
departments:
  service:    {name: Customer service}      # hours: "Mo-Fr 08:00-18:00"
  complaints: {name: Complaints team}

# What customers may be asked for.
information:
  customer_number: {name: Customer number}
  story:           {name: What happened}

# The map itself. Each touchpoint says who handles it, what it needs to know, what it settles,
# and where the contact goes from there.
touchpoints:
  menu:
    name: Telephone menu
    channel: phone
    department: service
    handled_by: machine
    entry: true                     # customers begin here
    needs: [customer_number]        # asked here, unless it is known already
    transfers:
      # cold: connected without a briefing. `carries` is what the next one sees on the screen;
      # take it away, lint again, and see what customers have to say twice.
      agent: {kind: cold, carries: [customer_number]}

  agent:
    name: Agent
    channel: phone
    department: service
    needs: [customer_number, story]
    resolves: [question]
    transfers:
      # warm: connected with a briefing, so everything is known on the other side
      complaints_desk: {kind: warm, for: {reason: complaint}}

  mailbox:
    name: Mailbox
    channel: email
    department: service
    entry: true
    needs: [customer_number, story]
    reply: {within: 2 d}            # the promise of an answer
    resolves: [question]
    transfers:
      # ticket: handed over in writing, the customer is not there
      complaints_desk: {kind: ticket, for: {reason: complaint}}

  complaints_desk:
    name: Complaints desk
    channel: phone
    department: complaints
    for: {reason: complaint}        # only these customers get here
    needs: [customer_number, story]
    resolves: [complaint]
    transfers:
      check_call: {kind: callback}

  check_call:
    name: Check call
    channel: phone
    department: complaints
    for: {reason: complaint}
    follow_up: true                 # asks whether it was really solved
"""
