"""Verb forms at the end of a word: what closes a clause, and so a name, without an analyser.

Names are read backwards from a figure; a word that ends in a verb's connective (찾아, 늘어, 했고),
adverbial (크게) or adnominal (받은, 늘어난) form belongs to the sentence, not to the name. Nouns
that merely end alike (참여, 재해, 보고, 기한) are listed.
"""

from __future__ import annotations

import re
from functools import lru_cache

WORDS = 4_096
"""Words of which it is remembered what they are: a plan says few words many times."""
HELPING = frozenset({"낸", "둔", "온", "준", "간", "본", "놓은", "버린"})
"""The forms before a noun of verbs that help another: '받아 낸', '모아 둔'."""
_CONNECTIVE = re.compile(
    r"(?:[했됐였었았렸졌컸쳤겼]|하였|되었)(?:고|으며|으나|는데|지만|으니)$"
    r"|(?:하|되|이|시키)(?:고|며|면|지만|면서|려고|도록|거나|는데|므로|자마자)$|[가-힣]하되$"
    r"|(?:늘|줄|뽑|있|없|같|맺|받|벌|열|내|세우|나누|거치|마치|꾸리|올리|내리|높이|줄이|늘리|살피|펼치|다지|지키|잡|찾|모으|묶|맡|두|주)"
    r"(?:고|으며|며|면|으면|지만|면서|으면서|거나|도록)$"
    r"|(?:[했됐였었았렸졌]|한|된|인|은|는)데$"
    r"|^(?:살펴|비교해\s?|들여다|돌아)?보면$|^(?:따지|합치|더하|나누|견주|비교하)면$"
    r"|[가-힣](?:[눠줘둬꿔춰뤄쳐져겨혀켜펴]|하여|되어|돼)$|^(?:[눠줘둬꿔춰쳐])$"
    r"|(?:[보붙높모들줄늘쌓섞벌먹쓰꼽]여|[늘올열들실뿌돌몰걸버꾸차살말추]려|[키세채비배]워|[도나]와|[가-힣][어아]와)$"
    r"|(?:찾|모|쏟|담|받|맞|삼|많|높|잡|쌓|막|갚|놓|좋|팔|뽑|쏘|보)아$|^(?:봐|와|가|짜|두어|주어)$"
    r"|^(?:올라|걷어|지어)$|(?:손|돌|살펴|눈여겨|내다|들여다)봐$|[찾받얻벌뽑잡막][아어]내$|(?:넘|이|늘|줄|들|벌|걸|열|얻|불|덜|풀|끌|밀|떨|접|꺾|묶|엮|힘입|적|있|없|띄|심|뜯|맺|찍|굳|젖|뻗|얹)어$"
    r"|(?:드러|나타|일어|생겨|늘어|벗어|깨어)나$"
    r"|(?:더하|통하|위하|비추|견주|달하|향하|대하|관하|따르|맞추)여$|(?:따라|들러|치러|이뤄|보태|끝내|나서|앞서|맞서|해서|아서|어서)$"
)
_DEED = re.compile(r"[가-힣]{2,}해$|^(?:더|통|위|향|대|관|비|달)해$")
# Short nouns, and the ends of longer ones; '신설해', '제공해' and '평가해' only end like some.
_DEED_NOUNS = re.compile(
    r"^(?:재|피|동|남|서|공|저|김|진|오|이|상|방|손|가|올|새|유|견|침|수|냉|충|영|근|화|양|자|폭|설|황|발|한|당|무|북)해$"
    r"|(?:재해|피해|손해|침해|풍수해)$"
)
_INFINITIVE_NOUNS = re.compile(
    r"(?:육아|영아|유아|언어|용어|외국어|영어|방어|제어|수어|미디어|아이디어|시니어|주니어|커리어|리어|프런티어"
    r"|타워|파워|샤워|로드맵|협약서|모여|배려|고려|격려|독려|장려|우려|염려|참여|기여|급여|수여|대여|투여|부여|증여|여)$"
)
_ADVERBIAL = re.compile(
    r"(?:크|넓|빠르|높|많|적|낮|길|짧|새롭|쉽|고르|꾸준하|알차)게$|^(?:크게|더|각각)$"
)
_ADNOMINAL = re.compile(
    r"[가-힣]{1,}(?:하는|되는|려는|된|한)$"
    r"|(?:받|담|뽑|맺|넘|남|잡|맡|찾|모|많|적|높|낮|좋|쌓|묶|얻|걷|갚|넣|뺏|겪|앞|막|내놓|내걸|치솟|닿)은$"
    r"|(?:오른|늘린|줄인|늘어난|줄어든|벌인|들인|높인|모인|거둔|세운|바뀐|살린|올린|내린|꾸린|열린|버린|쓰인|나눈|거친|마친"
    r"|들어간|나온|이룬|치른|펼친|더한|덜어낸|아낀|번|벌어들인|끝낸|보낸|써낸|낸|낮춘|갖춘|늘어선|다녀간|들여온|들여다본|살핀|잡힌|걸친|맞춘|이끈|꼽힌|담긴|실린|걸린|놓인|뺀|노린|새로운)$"
    r"|(?:생기|앞당기|살피|바뀌|바꾸|지키|펼치|옮기|맡기|남기|늘리|줄이|높이|낮추|올리|내리|살리|알리|꾸리|이끄|가꾸|나누|다루|치르|거두|모으|벌이|달라지"
    r"|많아지|커지|들어가|들어오|나가|나오|이어지|떨어지|늘어나|줄어드|내놓|벌어들이|들이|쌓이|모이|갖추|맞추|이루|거치|걸치|미치)는$"
    r"|^(?:합친|더한|넘긴|남긴|옮긴|맡긴|생긴|둔|낸|든|쓴|번|뺀|산|본|간|온|난|있는|없는|같은|다른|맞는|넘는|드는|느는|주는)$"
)
_ADNOMINAL_NOUNS = re.compile(
    r"(?:기|제|무|권|북|남|대|연|시|소|상|하|국|피|최소|최대|유|신|여|통|세|수|모|법|미|선)한$|주된$"
    r"|(?:지|실|성|목|면|업|누|이|흔|기|과녁|인)적은$"
)
_TIME = re.compile(r"(?:뒤|후|동안|때(?:는|엔|에는|에)?|만에|이래|사이|즈음)$")
_TIME_NOUNS = re.compile(r"(?:전후|사후|노후|이후|기후|향후|오후|배후|산후|방과후)$")


@lru_cache(maxsize=WORDS)
def is_adnominal(word: str) -> bool:
    """Whether a word is a verb before the noun it tells of: '받은', '늘어난', '선정된'."""
    return _ADNOMINAL.search(word) is not None and _ADNOMINAL_NOUNS.search(word) is None


@lru_cache(maxsize=WORDS)
def closes_clause(word: str) -> bool:
    """Whether a word ends a clause, so that what follows is told anew: '찾아', '했고', '뒤'."""
    if _DEED.search(word):
        return _DEED_NOUNS.search(word) is None or word == "대해"
    if _CONNECTIVE.search(word):
        return _INFINITIVE_NOUNS.search(word) is None
    if _TIME.search(word):
        return _TIME_NOUNS.search(word) is None and len(word) <= _LONGEST_TIME
    return _ADVERBIAL.search(word) is not None


_LONGEST_TIME = 3  # characters; '낙후' and '기상때' are no times, longer words no adverbs
