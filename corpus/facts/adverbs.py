"""Adverbs before a figure: words that tell when, in which order or how, and name nothing."""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.facts.verbs import WORDS

_ADVERB = re.compile(
    r"한편|반면|반면에|먼저|우선|이어|이어서|잇달아|잇따라|연달아|연이어|연거푸|거듭|줄줄이|속속|당시|앞서|더불어|아울러"
    r"|이번에|이날|최근|최근에|지금까지|이제|이제껏|여태|결국|마침내|비로소|드디어|오히려|도리어|훨씬|대폭|소폭|대거|다소|약간|점차"
    r"|점점|다만|겨우|고작|불과|거의|꼬박|무려|일제히|동시에|고루|골고루|두루|차례로|차례차례|곧바로|즉시|따로|서로"
    r"|이로써|이로서|덕분에|이처럼|이렇게|그래서|따라서|그러나|하지만|그런데|그러면서|또|이외에|이밖에|그밖에|끝으로|뒤이어|처음으로|한꺼번에|한데"
    r"|통틀어|내리|줄곧|꾸준히|특별히|완전히|여전히|고스란히|가까스로|틈틈이|부쩍|껑충|올들어|애초|애당초|원래|본래|일단|나아가|게다가|더구나|물론"
    r"|실제|실제로|사실상|(?:하루|사흘|이틀|나흘|닷새|엿새|이레|열흘|보름|한나절)(?:간|동안|씩|마다|만에)|\d+일간|(?:한|두|석|넉|세|네)\s?(?:달|해)(?:간|동안|새)"
)
_AS_VERB = re.compile(
    r"(?:하|되|받|맡|얻|갖|있|없|쉽|넘|늘|지내|누리|쓰이|보이|이르|뒤늦|때늦|남다르|발\s?빠르)게$"
)


@lru_cache(maxsize=WORDS)
def is_adverb(word: str) -> bool:
    """Whether a word tells how or when something is, so that no name begins or ends with it."""
    return _ADVERB.fullmatch(word) is not None or _AS_VERB.search(word) is not None
