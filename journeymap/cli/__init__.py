"""The command line: the only room that knows click, prints, and ends the process."""
