"""Numbers with their digits parted in any way that people part them, drawn with a fixed seed, beside the sets of fixtures."""

from __future__ import annotations

import random
import re

import pytest

from learning_network.responses.protection.masking import mask

SEED, DRAWN = 20261122, 600
GAPS = ("", " ", ".", "/", "-", " / ", " - ", "  ", "\u00a0", ". ")
SHAPES = {
    "Belgian mobile": ("0489 dd dd dd", "0476 ddd ddd", "04 70 dd dd dd", "0470 dddddd", "0470 dddd dd"),
    "Belgian landline": ("09 ddd dd dd", "02 ddddddd", "056 dd dd dd", "011 dddddd", "03 ddd dddd"),
    "Dutch": ("06 dddddddd", "06 dd dd dd dd", "06 dddd dddd", "020 ddddddd", "0348 dddddd", "030 ddd dd dd", "088 ddd dddd"),
    "from abroad": (
        *("+32 470 dd dd dd", "0032 9 ddd dd dd", "+31 6 dddddddd", "+31 (0)20 ddd dddd", "+32(0) 475 dddddd", "(+32) 475 dd dd dd"),
        "(0032) 475 dd dd dd",
    ),
    "iban": ("BE dd dddd dddd dddd", "NL dd ABNA dddd dddd dd", "be dd dddd dddd dddd"),
}
NARROW = ("", " ", ".", "-")
SENTENCES = ("Bel {} voor meer", "{}", "({})", "contact: {}, of later", "mijn gegevens {} en 3 andere", "{}; 12/03/2026")


def spelt(shape: str, gaps: tuple[str, ...], chance: random.Random) -> str:
    groups = [re.sub("d", lambda digit: str(chance.randint(0, 9)), group) for group in shape.split(" ")]
    return groups[0] + "".join(chance.choice(gaps) + group for group in groups[1:])


@pytest.mark.parametrize("kind", SHAPES)
def test_at_least_99_of_100_are_masked_however_their_digits_are_parted(kind: str) -> None:
    chance = random.Random(SEED)
    left = []
    for _ in range(DRAWN):
        value = spelt(chance.choice(SHAPES[kind]), NARROW if kind == "iban" else GAPS, chance)
        text = chance.choice(SENTENCES).format(value)
        if digits(mask(text)[0]) != digits(text.replace(value, "")):
            left.append((text, mask(text)[0]))
    assert len(left) <= DRAWN // 100, left


def test_a_rijksregisternummer_with_its_check_digits_is_masked_however_it_is_parted() -> None:
    chance = random.Random(SEED)
    for _ in range(DRAWN):
        first = f"{chance.randint(27, 99)}{chance.randint(1, 12):02d}{chance.randint(1, 28):02d}999"
        number = first + f"{97 - int(first) % 97:02d}"
        gap = lambda: chance.choice(("", " ", ".", "-", "/"))  # noqa: E731
        value = number[:2] + gap() + number[2:4] + gap() + number[4:6] + gap() + number[6:9] + gap() + number[9:]
        assert mask(f"nummer {value}.")[0] == "nummer [rijksregisternummer].", value


def digits(text: str) -> str:
    return re.sub(r"\D", "", text)
