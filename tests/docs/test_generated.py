"""Documentation that the program can tell is told by the program."""

import pytest

from docs import generate


@pytest.mark.generated
def test_everything_generated_is_up_to_date() -> None:
    assert [str(path.relative_to(generate.ROOT)) for path in generate.stale()] == [], "run `make docs`"
