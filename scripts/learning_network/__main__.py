"""`python -m learning_network` is the same as `learning-network`."""

from .cli import main

main(prog_name="learning-network")
