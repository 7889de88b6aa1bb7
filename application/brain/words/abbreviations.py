"""Words as they are shortened on a phone's keyboard, written out."""

from typing import Final

from application.brain.words.text import Words

_WRITTEN: Final = (
    "ur=your r=are hv=have hav=have yu=you wat=what wen=when wer=where tym=time opn=open cn=can giv=give "
    "wil=will da=the dis=this dat=that abt=about bcoz=because coz=because mch=much gd=good tmrw=tomorrow "
    "2moro=tomorrow 2day=today thx=thanks plz=please cld=could wld=would shld=should bt=but wth=with "
    "lookin=looking comin=coming frm=from msg=message hlo=hello delvery=delivery wnat=want pkg=package"
)
_MEANT: Final = {short: long for short, _, long in (pair.partition("=") for pair in _WRITTEN.split())}


def written_out(words: Words) -> Words:
    """The words, those shortened written out.

    Example: written_out(("wen", "opn")) == ("when", "open").
    """
    return tuple(_MEANT.get(word, word) for word in words)
