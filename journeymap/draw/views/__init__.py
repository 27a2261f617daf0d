"""One file per view: from a map to a scene."""
