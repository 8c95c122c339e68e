"""What can go wrong while building, for those who only need the name."""

from learning_network.faults import Fault


class BuildError(Fault):
    """MkDocs could not build the pages; its own messages say why."""
