"""Whole numbers in an array, as everything in this package counts with."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]
