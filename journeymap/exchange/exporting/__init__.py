"""One file per format a map is written in for other tools."""
