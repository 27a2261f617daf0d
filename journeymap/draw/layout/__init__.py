"""Where everything of a scene goes."""
