"""Agreement of Swahili adjectives: one stem, all forms that a noun may ask for."""

from typing import Final

_BEFORE_VOWEL: Final = ("ny", "mw", "w", "my", "j", "m", "ch", "vy", "kw", "p")
_BEFORE_CONSONANT: Final = ("m", "wa", "mi", "", "ma", "ki", "vi", "ku", "pa")


def agreeing_forms(stem: str, of_n_class: str = "") -> tuple[str, ...]:
    """Every agreeing form of an adjective.

    Shape: `of_n_class` gives the form with nouns of the N class where sound change makes it irregular.
    Example: agreeing_forms("ekundu") holds nyekundu, mwekundu, jekundu, vyekundu; agreeing_forms("refu",
    "ndefu") holds ndefu, mrefu, kirefu, virefu.
    """
    before = _BEFORE_VOWEL if stem[0] in "aeiou" else _BEFORE_CONSONANT
    forms = [prefix + stem for prefix in before]
    return tuple(dict.fromkeys([of_n_class, *forms] if of_n_class else forms))
