"""Groups of commands of `learning-network`, and how they tell what went wrong."""
