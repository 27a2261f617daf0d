"""How a run is told: as text for people and as JSON for machines. Text in, text out; nothing is printed here."""
