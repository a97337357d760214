from __future__ import annotations

import pytest

from tests.handmade import handmade_timeline
from timeline_cli.model import Timeline


@pytest.fixture
def timeline() -> Timeline:
    """Four events of one article, in order of time."""
    return handmade_timeline()
