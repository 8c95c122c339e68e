"""The macros that pages may call are those that the site makes."""

from __future__ import annotations

from learning_network.content.prose import LINKS, OF_PHASE, OF_TOPIC, PLAIN
from learning_network.site.blocks import BLOCKS


def test_the_check_knows_every_macro_and_no_other() -> None:
    assert {block.__name__ for block in BLOCKS} == {*LINKS, *OF_PHASE, *OF_TOPIC, *PLAIN}
