"""From a scene and its places to shapes and text in roles of colour."""
