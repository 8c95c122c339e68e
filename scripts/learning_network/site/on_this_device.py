"""What the site keeps on this device."""

from __future__ import annotations

import json

from learning_network.content.models import LANGUAGES

from .bundles import script_of
from .links import Place
from .rendering import block


def on_this_device(place: Place) -> str:
    """The list of all that is kept, with ways to take it along and to clear it; its script is docs/assets/js/on-this-device/."""
    root = "../" * (place.page.count("/") + (place.language != LANGUAGES[0]))  # documents say where they are from the site's root
    data = {"words": place.strings.raw("on_this_device.script"), "root": root}
    return block(
        "blocks/on_this_device.html.j2", place, data=json.dumps(data, ensure_ascii=False), script=place.href(script_of("on-this-device"))
    )
