"""Maps from what companies already have, and maps for other tools: importers and exporters. Bytes in, data out."""
