"""What can go wrong while building, for those who only need the name."""


class BuildError(Exception):
    """MkDocs could not build the pages; its own messages say why."""
