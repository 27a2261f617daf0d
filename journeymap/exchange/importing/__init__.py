"""One file or folder per foreign format: from its bytes to a draft; folding and building are the same for all."""
