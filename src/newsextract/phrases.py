"""The set phrases of newsrooms, in many languages: what a byline, an update line or a piece of furniture begins with.

Each table is a tuple of alternatives, so that a language is added where its neighbours stand. They are written in lower
case and matched against a whole line in lower case.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

__all__ = [
    "BYLINE",
    "BYLINE_HEADS",
    "FURNITURE_HEADS",
    "FURNITURE",
    "FURNITURE_TAIL",
    "ROLES",
    "SENTENCE_END",
    "TIMESTAMP_WORDS",
    "UPDATE_WORDS",
]

SENTENCE_END = ".!?。！？…؟۔।॥։።"
"""Characters that end a sentence, in all scripts."""

#: Words before the names of a byline. Latin "by" and the like need a capital or a name behind them: see `BYLINE`.
_BY = (
    "by", "recorded by", "as told to", "interview by", "interview\\s?:", "text\\s?:", "texte\\s?:", "texto\\s?:", "testo\\s?:", "tekst\\s?:", "entretien\\s?:",
    "propos recueillis par", "entrevista de", "intervista di", "von", "text von", "par", "por", "di", "da", "door", "av", "af", "autor", "autorin", "autora", "auteur", "autore",
    "автор", "автори", "текст", "written by", "words by", "story by", "report by", "de nuestro corresponsal",
    "od", "przez", "napisał", "napisała", "yazan", "haber", "kirjoittaja", "από", "του", "της",
)  # fmt: skip
_BY_CJK = (
    "文・写真",
    "文",
    "取材・文",
    "记者",
    "作者",
    "記者",
    "撰文",
    "本报记者",
    "取材",
    "文責",
    "筆者",
    "執筆",
    "기자",
    "글",
)
_BY_ARABIC = ("بقلم", "كتب", "كتبت", "نوشته", "به قلم")
_BY_HINDI = ("द्वारा", "लेखक", "रिपोर्ट")

BYLINE = re.compile(
    "(?:"
    rf"(?:{'|'.join(_BY)})(?:\s*[:：]\s*|(?<=[:：])\s*|\s+)"
    rf"|(?:{'|'.join(_BY_CJK)})\s*[:：/／|丨\s]\s*"
    rf"|(?:{'|'.join(_BY_ARABIC + _BY_HINDI)})\s*[:：]?\s*"
    r")(?P<names>\S.*)"
)
"""The head of a byline in lower case; `names` is what stands behind the word for "by"."""

TIMESTAMP_WORDS = frozenset(
    """
    published updated posted last modified on at first created date edited reviewed submitted revised since
    veröffentlicht aktualisiert stand am um uhr erstellt zuletzt geändert vom letzte aktualisierung datum
    publié publie mis à jour le modifié créé date mise dernière
    publicado actualizado el la las última actualización fecha a hrs horas h
    pubblicato aggiornato il ore alle data ultimo aggiornamento
    atualizado em às publicada atualização gepubliceerd bijgewerkt op om laatste update geplaatst uur
    опубликовано обновлено дата в г года обновлён опубліковано оновлено
    opublikowano aktualizacja dnia godz data publicerad uppdaterad kl publisert oppdatert
    yayınlanma güncelleme tarihi saat julkaistu päivitetty δημοσιεύθηκε ενημερώθηκε
    发布 发表 更新 时间 日期 发布时间 更新时间 发表于 公開 公開日 更新日 掲載 配信 最終更新 입력 수정 승인
    نشر نشرت تحديث آخر تم النشر في تاريخ انتشار
    प्रकाशित अपडेट अपडेटेड को
    et est edt pst pdt gmt utc cet cest bst ist jst msk am pm a.m p.m min read minutes reading time
    news نُشر نُشرت 기사입력 기사수정
    """.split()  # noqa: SIM905
)
"""Words that may stand beside a date and leave the line a timestamp."""

UPDATE_WORDS = (
    "updated", "stand:", "modified", "edited", "revised", "aktualisiert", "geändert", "aktualisierung", "mis à jour", "mise à jour", "modifié", "actualizado",
    "actualización", "aggiornato", "aggiornamento", "atualizado", "atualização", "bijgewerkt", "обновл", "оновлено", "aktualizacja", "uppdaterad",
    "oppdatert", "güncelle", "päivitetty", "ενημερώθηκε", "更新", "수정", "تحديث", "अपडेट",
)  # fmt: skip
"""Words that make a timestamp one of an update."""

ROLES = frozenset(
    """
    correspondent correspondents editor editors reporter reporters writer writers columnist staff contributor analyst producer bureau desk chief photographs
    photographer news agency press redakteur redakteurin redaktion korrespondent korrespondentin journalist journalistin reporterin autor
    journaliste correspondant correspondante rédacteur rédactrice envoyé envoyée spécial spéciale redactor redactora corresponsal periodista enviado
    enviada giornalista inviato inviata corrispondente redazione jornalista repórter correspondente redação redacteur correspondente verslaggever
    корреспондент корреспондентка журналист журналистка редактор обозреватель кореспондент журналістка korespondent dziennikarz dziennikarka redaktor
    muhabir muhabiri gazeteci reporteri toimittaja kirjeenvaihtaja korrespondente reportern
    """.split()  # noqa: SIM905
)
"""Words of roles, which stand beside names in a byline and are none."""

#: What the kinds of furniture begin with. (?!\w) is added, so that "ad" does not match "Adam".
_ADVERTISEMENT = (
    "(?:story|article) continues (?:below|after)(?: (?:this )?advertisement)?", "advertisements?", "advertisement - continue reading below", "advertising", "ads? by", "sponsored(?: content| post)?", "promoted",
    "story continues below",
    "article continues (?:below|after)", "anzeige", "werbung", "advertorial", "publicité", "publicidad", "pubblicità", "publicidade",
    "continua después de la publicidad", "continua após a publicidade", "advertentie", "реклама", "на правах реклами", "إعلان", "اعلان", "广告", "廣告", "広告",
    "スポンサーリンク", "광고", "reklam[aı]?", "annons", "annonse", "mainos", "διαφήμιση", "विज्ञापन", "hirdetés", "inzerce", "iklan", "quảng cáo",
)  # fmt: skip
_SHARE = (
    "share", "share (?:this|on|via|to|with|the)\\b.*", "tweet(?: this)?", "follow (?:us|me|@)\\b.*", "follow \\w+ on .*", "connect with (?:us|me)\\b.*",
    "email this(?: (?:article|story|page))?", "envoyer par (?:e-mail|mail|courriel)", "(?:share|tweet|print|save|email|facebook|twitter|whatsapp|copy link|comment)(?:\\s*[|/·•,]\\s*(?:share|tweet|print|save|e-?mail|facebook|twitter|whatsapp|x|copy link|comments?|linkedin|telegram))+", "e-?mail", "print(?: this)?(?: article| page)?", "whats\\s?app", "facebook", "twitter", "linkedin", "pinterest", "telegram", "copy link",
    "teilen", "(?:artikel|beitrag|seite) (?:teilen|drucken)", "auf (?:facebook|twitter|whatsapp|x) teilen", "drucken", "merken", "folgen sie uns\\b.*", "folgt uns\\b.*",
    "partager(?: sur| cet| l[’']article)?\\b.*", "suivez[- ]nous\\b.*", "compartir(?: en| esta| este)?\\b.*", "comparte\\b.*", "síguenos\\b.*", "condividi(?: su)?\\b.*", "seguici\\b.*",
    "compartilh(?:e|ar)\\b.*", "partilhar\\b.*", "siga-nos\\b.*", "delen(?: op| via)?\\b.*", "deel (?:dit|op|via)\\b.*", "volg ons\\b.*", "поделиться\\b.*", "подписывайтесь на нас\\b.*",
    "поширити", "شارك(?: على| المقال)?\\b.*", "مشاركة\\b.*", "تابعنا\\b.*", "分享(?:到|至)?[^。]{0,12}", "シェア(?:する)?", "ツイート(?:する)?", "共有", "공유(?:하기)?", "udostępnij\\b.*",
    "paylaş\\b.*", "dela(?: på)?\\b.*", "κοινοποίηση", "शेयर करें\\b.*", "jaa (?:artikkeli|facebookissa)\\b.*", "comments?", "leave a (?:comment|reply)", "kommentare?", "commentaires?",
)  # fmt: skip
_RELATED = (
    "read (?:more|also|next|the full|full story)\\b.*", "also read\\b.*", "see (?:also|more)\\b.*", "related(?: (?:stories|articles|posts|news|content|topics|reading|links|coverage))?", "more (?:on|from|stories|news|about)\\b.*",
    "recommended(?: (?:for you|reading|stories|articles|posts))?", "you (?:may|might) (?:also|like|be interested)\\b.*", "don[’']?t miss", "learn more\\b.*", "find out more\\b.*", "click here\\b.*", "watch(?: now| more| the video)?", "watch: .*",
    "trending(?: now)?", "popular(?: now| posts)?", "most (?:read|popular|viewed)", "tags?(?:\\s*[:：].*)?", "topics?(?:\\s*[:：].*)?", "themen\\s*[:：].*", "etiquetas\\s*[:：].*", "теги\\s*[:：].*", "categories", "filed under\\b.*", "posted in\\b.*", "in this (?:article|story|guide|post)", "table of contents", "continue reading\\b.*", "previous (?:article|post)", "next (?:article|post)", "up next",
    "lesen sie (?:auch|hier|dazu|mehr|weiter)\\b.*", "lies (?:auch|mehr)\\b.*", "mehr (?:zum|zu|über|dazu|infos?|informationen|erfahren|lesen)\\b.*", "weitere (?:artikel|informationen|infos|themen|nachrichten|meldungen|beiträge|links)\\b.*", "weiterlesen\\b.*", "siehe auch\\b.*", "das könnte (?:sie|dich|ihnen|euch)\\b.*", "auch interessant\\b.*", "(?:ähnliche|verwandte) (?:artikel|beiträge|themen)\\b.*", "themen", "schlagwörter", "stichwörter", "inhaltsverzeichnis", "zum thema\\b.*", "hier geht es\\b.*",
    "(?:à )?lire (?:aussi|également|plus|la suite)\\b.*", "à lire\\b.*", "voir (?:aussi|plus)\\b.*", "sur le même (?:sujet|thème)\\b.*", "articles? (?:liés?|similaires?|associés?)\\b.*", "en savoir plus\\b.*", "à voir(?: aussi)?\\b.*",
    "(?:lea?|leer|lee|ver|vea|mira) (?:también|más|además)\\b.*", "te puede interesar\\b.*", "(?:noticias|artículos|temas) relacionad[oa]s\\b.*", "más información\\b.*", "relacionad[oa]s?", "etiquetas", "seguir leyendo\\b.*", "lo más (?:leído|visto)",
    "legg[ie] (?:anche|di più|tutto)\\b.*", "potrebbe interessarti\\b.*", "articoli (?:correlati|simili)\\b.*", "vedi anche\\b.*", "per approfondire\\b.*",
    "(?:leia|veja|saiba|ouça|confira) (?:também|mais|ainda)\\b.*", "(?:notícias|artigos|conteúdos?) relacionad[oa]s?\\b.*", "lees (?:ook|meer|verder)\\b.*", "meer (?:over|nieuws|lezen|weten)\\b.*", "gerelateerd\\w*\\b.*", "bekijk ook\\b.*", "zie ook\\b.*",
    "чита(?:йте|ть) (?:также|ещё|еще|подробнее|полностью|по теме)\\b.*", "см\\. также\\b.*", "смотрите также\\b.*", "по теме\\b.*", "похожие (?:статьи|новости|материалы)\\b.*", "теги", "читайте (?:також|ще)\\b.*", "czytaj (?:też|także|również|więcej)\\b.*", "zobacz (?:też|także|również|więcej)\\b.*", "przeczytaj (?:też|także|również)\\b.*",
    "(?:اقرأ|إقرأ|شاهد|طالع) (?:أيضا|أيضاً|أيضًا|المزيد|ايضا)\\b.*", "مواضيع (?:ذات صلة|متعلقة)\\b.*", "أخبار ذات صلة\\b.*", "【?相关(?:阅读|新闻|链接|文章|报道)[】:：]?.*", "(?:延伸|推荐|扩展)阅读[:：]?.*", "更多(?:阅读|新闻|内容)?[:：].*", "標籤", "标签[:：]?.*", "【?関連(?:記事|ニュース|リンク|キーワード)[】:：]?.*", "(?:あわせて|合わせて)読みたい.*", "続きを読む.*", "관련 ?(?:기사|뉴스)[:：]?.*",
    "(?:ayrıca |bunu da )?okuyun\\b.*", "ilgili haberler\\b.*", "bunu da oku\\b.*", "läs (?:också|även|mer)\\b.*", "les (?:også|mer)\\b.*", "læs (?:også|mere)\\b.*", "lue (?:myös|lisää)\\b.*", "διαβάστε (?:επίσης|ακόμα|περισσότερα|ακόμη)\\b.*", "δείτε (?:επίσης|ακόμα)\\b.*", "(?:यह|ये) भी पढ़ें.*", "संबंधित खबरें.*", "čtěte (?:také|též)\\b.*", "citește și\\b.*", "baca juga\\b.*",
)  # fmt: skip
_NEWSLETTER = (
    "sign up\\b.*", "subscribe\\b.*", "newsletters?(?: sign-?up)?", "get (?:our|the) [^.!?]{0,60}(?:newsletter|inbox|app)\\b.*", "join our\\b.*(?:newsletter|channel|mailing list)\\b.*", "download (?:our|the) app\\b.*", "support (?:our|independent) journalism\\b.*", "donate(?: now)?", "become a (?:member|subscriber|paid subscriber)\\b.*", "enter your e-?mail\\b.*",
    "newsletter (?:abonnieren|bestellen|anmelden)\\b.*", "abonnieren sie\\b.*", "jetzt (?:abonnieren|anmelden|testen|spenden)\\b.*", "(?:melden|tragen) sie sich\\b.*newsletter\\b.*", "abonnez-vous\\b.*", "inscrivez-vous\\b.*", "recevez\\b.*newsletter\\b.*", "suscr[íi]b(?:ete|ase|irse)\\b.*", "regístrate\\b.*", "recibe\\b.*(?:boletín|newsletter)\\b.*", "iscriviti\\b.*", "abbonati\\b.*", "inscreva-se\\b.*", "assine\\b.*", "receba\\b.*newsletter\\b.*", "schrijf (?:je|u) in\\b.*", "meld (?:je|u) aan\\b.*", "abonneer\\b.*", "подпи(?:шитесь|сывайтесь|саться)\\b.*", "підпи(?:шіться|суйтесь)\\b.*", "(?:اشترك|سجل)\\b.*", "订阅.*", "訂閱.*", "(?:メルマガ|メールマガジン|ニュースレター)(?:登録|を|に)?.*", "뉴스레터.*", "zapisz się\\b.*", "prenumerera\\b.*", "abone ol\\w*\\b.*", "εγγραφείτε\\b.*", "सब्सक्राइब\\b.*",
)  # fmt: skip
_COPYRIGHT = (
    "©.*", "riproduzione riservata\\b.*", "저작권자.*", "\\(c\\) (?:19|20)\\d\\d.*", "copyright\\b.*", "all rights reserved\\b.*", "alle rechte vorbehalten\\b.*", "tous droits réservés\\b.*", "todos los derechos reservados\\b.*", "tutti i diritti riservati\\b.*", "todos os direitos reservados\\b.*", "alle rechten voorbehouden\\b.*", "все права защищены\\b.*", "усі права захищені\\b.*", "جميع الحقوق محفوظة.*", "版权所有.*", "版權所有.*", "著作権.*", "無断転載.*", "무단 ?전재.*", "disclaimer\\b.*", "this (?:article|story) (?:was )?(?:is )?(?:originally |first )?(?:published|appeared|republished) .*", "wszelkie prawa zastrzeżone\\b.*", "tüm hakları saklıdır\\b.*", "με επιφύλαξη .*", "सर्वाधिकार सुरक्षित.*", "alla rättigheter\\b.*",
)  # fmt: skip
_CAPTION = (
    "(?:photo|photos|image|images|picture|pictures|pic|photograph|header image|featured image|main image|cover image|illustration|graphic|video)(?: (?:credits?|courtesy|by|via|source|of)\\b)?\\s*[:：/|©(].*", "(?:photo|image|picture) (?:by|courtesy)\\b.*", "photograph by\\b.*", "getty images\\b.*", "file photo\\b.*", "courtesy of\\b.*", "fig(?:ure|\\.) ?\\d+.*",
    "(?:foto|fotos|bild|bilder|symbolbild|symbolfoto|titelbild|bildquelle|bildnachweis|archivbild|grafik|quelle|illustration|credits?)\\s*[:：/|©(].*", "symbolbild\\b.*", "crédits?(?: photos?)?\\s*[:：/|©(].*", "(?:photos?|légende|image)\\s*[:：/|©(].*", "(?:foto|imagen|imágenes|fotografía|crédito)(?: de)?\\s*[:：/|©(].*", "(?:foto|immagine|fonte foto)\\s*[:：/|©(].*", "(?:imagem|crédito|legenda)\\s*[:：/|©(].*", "(?:beeld|afbeelding)\\s*[:：/|©(].*", "(?:фото|изображение|снимок|зображення|иллюстрация)\\s*[:：/|©(].*", "(?:صورة|تصوير|الصورة)\\s*[:：/|©(].*", "(?:图片?|圖片?|图源|图片来源|摄影|圖說|写真|画像|撮影|사진)\\s*[:：/|©＝=（(].*", "zdjęcie\\s*[:：/|©(].*", "fot\\.\\s.*", "fotoğraf\\s*[:：/|©(].*", "φωτογραφία\\s*[:：/|©(].*", "(?:तस्वीर|फोटो)\\s*[:：/|©(].*", "foto(?:graf)?\\s*[:：/|©(].*",
)  # fmt: skip
_CREDIT = (
    "(?:additional )?reporting by\\b.*", "(?:edited|editing|written|compiled|translated|produced) by\\b.*", "with (?:files|additional reporting|inputs?|agency inputs?) from\\b.*", "source\\s*[:：].*", "sources\\s*[:：].*", "about the authors?\\b.*", "correction\\s*[:：].*", "editor[’']s note\\b.*",
    "(?:mit material von|quellen?\\s*[:：]|redaktion\\s*[:：]|über den autor|über die autorin|zur person)\\b.*", "(?:avec afp|source\\s*[:：]|avec agences?)\\b.*", "(?:con información de|fuentes?\\s*[:：]|editado por)\\b.*", "(?:fonte|fonti)\\s*[:：].*", "(?:com informações de|fontes?\\s*[:：]|edição\\s*[:：])\\b.*", "(?:bron|bronnen)\\s*[:：].*", "(?:источник|источники|редактор|джерело)\\s*[:：].*", "(?:المصدر|المصادر|تحرير)\\s*[:：].*", "(?:来源|來源|责任编辑|責任編輯|编辑|編輯|责编|审核|校对)\\s*[:：].*", "[（(【\\[](?:来源|來源|责任编辑|責任編輯|编辑|責編|责编|完).*[)）】\\]]?", "(?:出典|編集|翻訳|情報提供)\\s*[:：].*", "(?:źródło|oprac\\.|opracowanie)\\s*[:：]?.*", "(?:kaynak|editör)\\s*[:：].*", "πηγή\\s*[:：].*", "källa\\s*[:：].*", "स्रोत\\s*[:：].*", "출처\\s*[:：].*",
)  # fmt: skip

_FURNITURE = (
    ("advertisement", _ADVERTISEMENT),
    ("copyright", _COPYRIGHT),
    ("caption", _CAPTION),
    ("newsletter", _NEWSLETTER),
    ("related", _RELATED),
    ("share", _SHARE),
    ("credit", _CREDIT),
)
# Without re.IGNORECASE the engine skips an alternative by its first letter, which makes this ten times faster.
FURNITURE = re.compile(
    "|".join(rf"(?P<{kind}>(?:{'|'.join(phrases)})(?!\w)\s*[:：.!…>»›→]*)" for kind, phrases in _FURNITURE)
)
"""What a whole line of furniture looks like, a named group for each kind; the first that matches wins."""

FURNITURE_TAIL = re.compile(
    r"""
      (?P<caption> (?:[.!?»"”)\]]|^) \s* [(\[]? (?:photos?|fotos?|bild|image|imagen|imagem|foto|фото|photograph|picture|beeld|kuva|foto)
                   (?: \s (?:by|credit|courtesy) )? \s? [:：/©] \s? \S [^.!?]{0,60} [)\]]? $ )   # A dog. Photo: Ana Ruiz
    | (?P<copyright> ^ [^.!?]{0,60} © )                                                     # Terms | Privacy | © 2024
    | (?P<credit>  ^ [a-zäöüéèàçñ]{2,4} (?: / [a-zäöüéèàçñ]{2,4} )+ $ )                     # sm/yk
    | (?P<other>   ^ \d{1,5} \s (?:comments?|kommentare?|commentaires?|comentarios?|commenti|comentários?|reacties|комментари[йяев]+|shares?|views?) $ )
    """,
    re.VERBOSE,
)
"""What a line of furniture ends with, or is, where no phrase begins it."""


#: What a phrase may begin with: a group of alternatives, perhaps optional; a class of characters; an optional character;
#: plain characters up to the first that means something to the expression.
_GROUP = re.compile(r"\(\?:([^()]*)\)(\??)")
_CLASS = re.compile(r"\[((?:\\.|[^\\^\]])+)\]")
_OPTIONAL = re.compile(r"([^\\\[(])\?")
_PLAIN = re.compile(r"(?:(?:\\\W|[^\\\[\](){}.?*+|^$])(?![?*]))*")


def _literal_heads(phrase: str) -> Iterator[str]:
    """The plain characters that a text matching the phrase begins with, one for each way to begin.

    >>> list(_literal_heads("read (?:more|also)")), list(_literal_heads("(?:à )?lire")), list(_literal_heads("e-?mail"))
    (['read '], ['à ', 'lire'], ['e'])
    """
    if group := _GROUP.match(phrase):
        for alternative in group[1].split("|"):
            yield from _literal_heads(alternative)
        if group[2]:
            yield from _literal_heads(phrase[group.end() :])
    elif characters := _CLASS.match(phrase):
        yield from characters[1].replace("\\", "")
    elif optional := _OPTIONAL.match(phrase):
        yield optional[1]
        yield from _literal_heads(phrase[optional.end() :])
    else:
        plain = _PLAIN.match(phrase)
        yield plain.group().replace("\\", "") if plain else ""


def _by_first_character(phrases: Iterable[str]) -> dict[str, tuple[str, ...]]:
    phrases = list(phrases)
    heads = {head for phrase in phrases for head in _literal_heads(phrase)}
    if "" in heads:
        raise ValueError(
            f"phrases must begin with plain characters: {[each for each in phrases if '' in _literal_heads(each)]}"
        )
    return {first: tuple(sorted(head for head in heads if head[0] == first)) for first in {head[0] for head in heads}}


FURNITURE_HEADS = _by_first_character(phrase for _, phrases in _FURNITURE for phrase in phrases)
"""What furniture begins with, by first character: str.startswith over these spares most lines the expressions."""
BYLINE_HEADS = _by_first_character(_BY + _BY_CJK + _BY_ARABIC + _BY_HINDI)
"""The same for bylines."""
