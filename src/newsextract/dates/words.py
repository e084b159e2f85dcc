"""The words of dates that `dateparser`'s tables lack: number words, inflections, "last" and "next", seasons, and so on.

One table a language; a row is a role and its words, parted by spaces. An underscore stands for a space inside a word.
In the rows `number`, `ordinal`, `season` and `month` the value is the position, counted from 1, and "/" parts words of
the same value ("-" leaves one out). In `day` and `unit` it is written out ("yesterday=-1"). The roles:

number, ordinal   "three", "third"; `a` is one before a unit ("a week ago")
last, this, next  adjectives: "last week", "nächster Monat"; `last_but_one` and `next_but_one` are two steps
ago, ago_before   behind the amount ("three days ago") or before it ("vor drei Tagen", "il y a trois jours")
ahead             before an amount to come ("in three days"); `surely_ahead` where nothing else can be meant
                  ("dans trois jours")
later, earlier    behind an amount: counted from the date that the text spoke of last ("two years later")
following, same   adjectives of the same ("the following year", "that year"); `day_after`, `day_before` and `that_day`
                  are single words ("le lendemain")
of_kind           those of `of` that a season behind them describes something with ("jeux d'hiver")
period, weekend   "the latest period"; "last weekend"
in_season         adverbs of a season: dates without a word before them ("летом")
when, when_of     those of `in` and `of` that make of a number behind them a year ("у 1862")
of                may stand inside a date ("3 de mayo de 2024", "spring of 2025", "the")
in                licenses a bare year or an ambiguous month behind it ("in 2020", "since May"); so does `of`
early, mid, late, about, quarter, half, season, every
half, half_of     "Halbjahr", and what is half a year only beside a year
nearly            adverbs before an amount: "vor gut zwei Jahren"
preceding         "l'année précédente"
early_of, late_of  words of `early` and `late` only before one of `of_kind` ("the end of May")
day               today, yesterday and the like, where the tables lack them
year, decade      "heuer" (this year); "nineties" (90)
glued_part        parts of a day that are written as one word with a weekday ("Freitagabend")
weak              months that are words or names too: dates only beside a number or behind a word of `in`
leading           "yes" where "last" and "next" never stand behind a unit
until             words right before a date that put it into the future ("until Tuesday", "as early as Tuesday")
by                those of them that do so where no verb speaks of the past ("by Friday")
not_until         what turns them round: "not until Tuesday"
perfect           verbs that put a word of the future into the past: "had planned"
plans             verbs that put an infinitive with "to" into the future: "plan to", "is to"
within            words right before a month in which something was: "it began in December"
determiner        words behind which a participle is no verb: "the revised plan"
lasting           those of `in` that an amount behind them lasts: "within three days after 3 May"
ended             the one of `in` between a quarter and its last day
before, after     those of `in` that stand behind a unit: "the year before", "the week before last"; they and `from`
                  between an amount and a day: "three days after 3 May"
since             those of `in` that license a season behind them
on                the word of `in` between a day and its week: "во вторник на прошлой неделе"
and               that of `in` which begins what is another date
to, to_of         those of `in` and of `of` that lead to the end of a range ("Monday to Friday")
dash              signs and words that are as good as a dash
this_week         what makes a weekday behind it one of a week: "上=-1"; `this_weekend` has the words themselves
this_edge         words for the end or beginning of a year or month: "明年初=year:early:1"
part_of_year      words for a half ("h1") or a quarter of a year
particle          what is written behind a word of dates without a space: "수요일에"
future, modal, past, said
                  verb forms that tell the tense of a bare weekday or month behind them, and their endings behind a "*";
                  those of `modal` that of a date before them too. After one of `said` any tense goes
tens              larger numbers: "thirty=30"
spoken            those of `number` that a year in words begins with: "nineteen ninety-one"
dated             those of `of` that a day and month in figures may follow ("am 22.4.", "le 22/04")
at                what a street and number may follow ("at 1984 Elm Street")
vague             what "today's" says nothing certain of ("today's world")
label             what a number names, so that the number behind is no year ("page 1999")
not               words that the tables give as abbreviations, and that are other words far more often
measure           what numbers count, so that the number before is no year
"""

from __future__ import annotations

__all__ = ["SHARED", "VAGUE", "WORDS"]

#: Roles that hold in every language: signs and what agencies write everywhere.
SHARED = """
decade δεκαετία δεκαετίας dècada dècades década décadas dekade dekad dekada deceniul deceniului decenija
years anii anilor
of του de
zone gmt=0 utc=0 z=0 cet=60 cest=120 eet=120 eest=180 wet=0 west=60 bst=60 est=-300 edt=-240 cdt=-300 mst=-420
  mdt=-360 pst=-480 pdt=-420 jst=540 kst=540 aest=600 aedt=660 nzst=720 nzdt=780 msk=180 мск=180 mez=60 mesz=120
clock am=0 pm=12 a.m.=0 p.m.=12 a.m=0 p.m=12 uhr=- hrs=- h=- ч=- uur=- klokka=-
  ص=0 م=12 صباحا=0 صباحاً=0 صباحًا=0 مساء=12 مساءً=12
measure pp km kg km/h mph usd eur gbp hz mm cm mw gb
"""

WORDS: dict[str, str] = {}

WORDS["en"] = """
before before
after after
from from
lasting within
since since during by
label lot lots series clause verse psalm model serial
and and
unit day=day days=days week=week weeks=weeks month=month months=months year=year several_years=years
  decade=decade/decades century=century/centuries
later later
earlier earlier
following following
same same
period period
weekend weekend
to to through until till
number one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
  eighteen nineteen twenty
spoken sixteen seventeen eighteen nineteen twenty
tens thirty=30 forty=40 fifty=50 sixty=60 seventy=70 eighty=80 ninety=90
a a an
ordinal first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth
  fifteenth sixteenth seventeenth eighteenth nineteenth twentieth
last last past previous latest
this this current
next next coming
ago ago
ahead in
of of the on
at at
vague world society economy age era youth generation generations
in in since until till by from to through during between before after and or around throughout when than into
  post pre
early early
early_of beginning start
mid mid middle
late late
late_of end
of_kind of
about circa about around ca c approximately
quarter quarter
quarters quarters
half_of half
season spring summer autumn/fall winter
every every each
decade twenties=20 thirties=30 forties=40 fifties=50 sixties=60 seventies=70 eighties=80 nineties=90
day today=0 yesterday=-1 tomorrow=1 tonight=0
weak march may mar sat sun good new
future can could would may might should expected expects scheduled plans planned planning due next upcoming
  effective likely soon
until until till through early_as soon_as late_as set_for
perfect had
past *ed was were had did has have met made began took came went got fell rose won lost held left became found sent
  agreed freed couldn't
leading yes
label page room route flight number no nos version highway channel chapter section article bus windows boeing
measure people percent miles dollars euros pounds yards metres meters feet points votes tons tonnes shares jobs
  workers employees soldiers troops men women children times hours minutes seconds words pages copies calories rpm
  acres barrels students families households homes deaths cases million billion thousand hundred hectares kilometres
  kilometers kilograms litres liters gallons degrees volts watts
modal will shall won't I'll he'll she'll it'll we'll they'll there'll
plans is are was were plan plans planned intend intends hope hopes want wants aim aims agreed decided vowed pledged
  promised ordered asked invited scheduled set due expected expects ready
by by
not_until not
said said says told
within in during since
determiner a an the its his her their our no any
that that
weekly a_fortnight_ago=-2 fortnight_ago=-2
fiscal fiscal
whole full whole entire
for for
ended ended ending
rest_of rest remainder course
day_part morning afternoon evening night
edge year-end=year:late month-end=month:late
"""

WORDS["de"] = """
since seit ab
nearly gut knapp fast rund etwa circa ungefähr genau exakt
preceding vorangegangenen vorangegangene vorhergehenden
dated am vom zum
and und sowie
later später danach darauf
earlier früher zuvor davor
following folgenden folgende folgendem folgendes darauffolgenden
same selben gleichen jenem jener jenes jene
day_after tags_darauf
weekend wochenende wochenenden
after nach
to bis
number eins/ein/eine/einem/einer/einen zwei drei vier fünf sechs sieben acht neun zehn elf zwölf
ordinal erste/ersten/erster/erstes zweite/zweiten/zweiter/zweites dritte/dritten/dritter/drittes
  vierte/vierten/viertes
last letzte letzten letzter letztes letztem vergangene vergangenen vergangener vergangenes vergangenem vorige
  vorigen voriger voriges vorigem
this diese diesen dieser dieses diesem heurige heurigen heuriges laufenden
next_but_one übernächste übernächsten übernächster übernächstes übernächstem
last_but_one vorletzte vorletzten vorletzter vorletztes vorletztem vorvergangene vorvergangenen vorvergangener
half_of hälfte
next nächste nächsten nächster nächstes nächstem kommende kommenden kommender kommendes kommendem
ago_before vor
ahead in
of der des den dem die das im am vom zum
in in im am seit bis ab vom von zum nach vor ende anfang mitte zwischen und um beim jahr jahre jahres jahren für
  sommer winter
early anfang frühe frühen früher beginn
mid mitte
late ende späte späten
about etwa circa ca rund gegen um
quarter quartal quartals
quarters quartale quartalen
half halbjahr halbjahres jahreshälfte
season frühling/frühjahr/frühlings/frühjahrs sommer/sommers herbst/herbstes/herbsts winter/winters
every jeden jede jedes
month jänner feber märz/maerz april mai juni juli august september oktober november dezember
unit day=tag days=tage/tagen week=woche weeks=wochen month=monat/monats months=monate/monaten year=jahr/jahre/jahres
  several_years=jahren decade=jahrzehnt/jahrzehnte/jahrzehnten century=jahrhundert/jahrhunderts/jahrhunderte
decade zwanziger=20 dreißiger=30 vierziger=40 fünfziger=50 sechziger=60 siebziger=70 achtziger=80 neunziger=90
  zwanzigerjahre=20 zwanzigerjahren=20 dreißigerjahre=30 dreißigerjahren=30 vierzigerjahre=40 vierzigerjahren=40
  fünfzigerjahre=50 fünfzigerjahren=50 sechzigerjahre=60 sechzigerjahren=60 siebzigerjahre=70 siebzigerjahren=70
  achtzigerjahre=80 achtzigerjahren=80 neunzigerjahre=90 neunzigerjahren=90
year heuer=0 vorjahr=-1 vorjahres=-1
day heute=0 gestern=-1 vorgestern=-2 morgen=1 übermorgen=2
  gestrige=-1 gestrigen=-1 gestriger=-1 gestriges=-1 gestrigem=-1 morgige=1 morgigen=1 morgiger=1 morgiges=1
  morgigem=1
weak mai mär mrz
tens zwanzig=20 dreißig=30 vierzig=40 fünfzig=50 sechzig=60
label seite nr nummer zimmer raum artikel kapitel
not mit die son don sam fre
future geplant kommenden kann können könnte könnten
until bis ab spätestens frühestens
measure menschen euro euros dollar prozent meter kilometer einwohner stimmen mark franken s seiten grad
  personen tonnen mal
  stunden minuten quadratmeter hektar liter watt arbeitsplätze mitarbeiter zuschauer besucher
modal wird werden soll sollen will wollen findet finden beginnt beginnen startet starten kommt kommen geht gehen
  steht stehen lädt tagt spielt spielen trifft folgt endet eröffnet
past war waren wurde wurden hatte hatten hat haben gab kam kamen ging fand fanden begann sagte stieg fiel gewann
  verlor
within im in seit
day_before vortag vortags vortages
monthly vormonat=-1 vormonats=-1
weekly vorwoche=-1
edge jahresende=year:late jahresanfang=year:early jahresbeginn=year:early jahresmitte=year:mid monatsende=month:late
  monatsanfang=month:early monatsbeginn=month:early wochenbeginn=week:early wochenanfang=week:early
  wochenmitte=week:mid
day_part nacht abend morgen
glued_part abend morgen nacht nachmittag vormittag mittag
"""

WORDS["fr"] = """
since depuis dès pour
nearly environ près_de plus_de moins_de presque
preceding précédent précédente
dated le du
label salle page vol numéro chambre chapitre article route autoroute
and et
of_kind d de
when_of en
later plus_tard
earlier plus_tôt auparavant
following suivant suivante
same même
day_after lendemain
day_before veille
weekend week-end weekend
before avant
after après
to au à jusqu'au jusqu'à
number un/une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize
ordinal premier/première deuxième/second/seconde troisième quatrième
last dernier dernière passé passée écoulé
last_several derniers dernières
next_several prochains prochaines
this ce cet cette
next prochain prochaine
ago_before il_y_a
surely_ahead dans
of de du d la le l les des en
in en depuis dès jusqu'en jusqu'à à de du d entre et vers après avant fin début mi courant au
  ère le par pour
early début
mid mi
late fin
about vers environ circa
half_of moitié
quarter trimestre
half semestre
season printemps été automne hiver
every chaque
unit day=jour days=jours week=semaine weeks=semaines month=mois year=an/ans/année years=années
  decade=décennie/décennies century=siècle/siècles
day aujourd'hui=0 hier=-1 avant-hier=-2 demain=1 après-demain=2
weak mars mai mar sept été
tens vingt=20 trente=30 quarante=40 cinquante=50 soixante=60 soixante-dix=70 quatre-vingt=80 quatre-vingts=80
  quatre-vingt-dix=90
by dès
until jusqu'au jusqu'à jusqu'en d'ici partir_de partir_du
future devrait devraient doit doivent peut peuvent pourrait pourraient prévu prévue
measure euros euro dollars personnes francs mètres kilomètres habitants ans fois tonnes emplois voix salariés
  hectares heures
modal sera seront aura auront va vont allons serons aurons *era *erai *erons *irons *eront
  *ira *iront *rra *rront *dra *dront *vra *vront
past a ont était étaient avait avaient fut furent
within en depuis
day_part matin soir nuit
that_day jour-là
"""

WORDS["es"] = """
since desde durante
nearly unos unas casi más_de cerca_de aproximadamente
preceding anterior
dated el
label sala página vuelo número habitación capítulo artículo la_mañana esta_mañana una_mañana
and y
of_kind de
later después más_tarde
earlier antes
same mismo misma ese esa aquel aquella
weekend fin_de_semana
measure fines_de_semana
before antes_de antes_del
after después_de después_del
to a al hasta
number un/una/uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince
ordinal primer/primero/primera segundo/segunda tercer/tercero/tercera cuarto/cuarta
last pasado pasada último última
last_but_one antepasado antepasada
half_of mitad
this este esta
next próximo próxima siguiente que_viene
ago_before hace
ahead en
surely_ahead dentro_de
of de del el la los las
in en desde hasta de del entre y hacia a para durante tras finales principios
early principios comienzos inicios
mid mediados
late finales fines
about hacia circa alrededor_de
quarter trimestre
half semestre
season primavera verano otoño invierno
every cada todos
unit day=día days=días week=semana/semanas month=mes/meses year=año years=años decade=década/décadas
  century=siglo/siglos
day hoy=0 ayer=-1 anteayer=-2 mañana=1 pasado_mañana=2 anoche=-1 anteanoche=-2
weak mañana ago mar dom may
tens veinte=20 treinta=30 cuarenta=40 cincuenta=50 sesenta=60 setenta=70 ochenta=80 noventa=90
until hasta para partir_de partir_del
measure euros dólares personas pesos metros kilómetros habitantes millones votos toneladas
modal va van *rá *rán
past *ó *aron *ieron fue fueron ha han había habían era
within en desde
day_part noche tarde madrugada
"""

WORDS["it"] = """
since dall
preceding precedente
dated il dal
label stanza sala pagina volo numero camera capitolo articolo
and e
of_kind di d
when nel
later più_tardi
following successivo successiva seguente
same stesso stessa quel quella quello
weekend fine_settimana weekend week-end
before prima_di prima_del prima_dell
after dopo
to a al
number un/uno/una due tre quattro cinque sei sette otto nove dieci undici dodici
ordinal primo/prima secondo/seconda terzo/terza quarto/quarta
last scorso scorsa ultimo ultima passato passata
this questo questa quest
next prossimo prossima
ago fa
surely_ahead fra tra
of di del dell alle ore della il lo la l gli i
in nel nell dal dall in fino al dell del tra e entro a da per
early inizio inizi
mid metà
late fine
about circa verso
quarter trimestre
half semestre
season primavera estate autunno inverno
every ogni
unit day=giorno days=giorni week=settimana/settimane month=mese/mesi year=anno years=anni decade=decennio/decenni
  century=secolo/secoli
day oggi=0 ieri=-1 avantieri=-2 l'altroieri=-2 domani=1 dopodomani=2 stamattina=0 stamane=0 stasera=0 stanotte=0
weak set mar dom ago
tens venti=20 trenta=30 quaranta=40 cinquanta=50 sessanta=60 settanta=70 ottanta=80 novanta=90
until entro fino
measure euro dollari persone metri chilometri abitanti lire voti
modal *rà *ranno
past ha hanno era erano aveva avevano fu furono
within in a ad nel
"""

WORDS["pt"] = """
since desde durante
nearly cerca_de quase mais_de
preceding anterior
label sala página voo número capítulo artigo
and e
of_kind de
when em
later depois mais_tarde
earlier antes
following seguinte
same mesmo mesma naquele naquela daquele daquela aquele aquela nesse
weekend fim_de_semana
on na
before antes_de antes_do antes_da
after depois_de depois_do depois_da
to até
to_of a
number um/uma dois/duas três quatro cinco seis sete oito nove dez onze doze
ordinal primeiro/primeira segundo/segunda terceiro/terceira quarto/quarta
last passado passada último última
last_but_one retrasado retrasada
half_of metade
this este esta neste nesta
next próximo próxima que_vem
ago atrás
ago_before há
ahead em
surely_ahead dentro_de daqui_a
of de do da o a os as às
in em no na desde até de do entre e  a para final início durante
early início começo
mid meados
late final fim
about cerca_de por_volta_de
quarter trimestre
half semestre
season primavera verão outono inverno
every cada toda todo
unit day=dia days=dias week=semana/semanas month=mês/meses year=ano years=anos decade=década/décadas
  century=século/séculos
day hoje=0 ontem=-1 anteontem=-2 amanhã=1
tens vinte=20 trinta=30 quarenta=40 cinquenta=50 sessenta=60 setenta=70 oitenta=80 noventa=90
weak set dez mar dom segunda terça quarta quinta sexta
until até para
measure euros reais dólares pessoas metros quilômetros habitantes votos
modal vai vão *rá *arão *irão serão terão deverão poderão
past *ou *eu *iu *aram *eram *iram foi foram tinha
within em desde
day_part noite manhã tarde madrugada
"""

WORDS["nl"] = """
since sinds vanaf
preceding voorgaande
glued_part avond ochtend middag nacht morgen
label kamer pagina vlucht nummer hoofdstuk artikel
and en
on op
later later
earlier eerder
same hetzelfde dezelfde
weekend weekend weekeinde
before voor
after na
from vanaf
to tot tot_en_met t/m
number een/één twee drie vier vijf zes zeven acht negen tien elf twaalf
ordinal eerste tweede derde vierde
last vorige vorig afgelopen laatste
this deze dit
next volgende volgend komende komend
ago geleden
ahead over
of van de het om
in in sinds tot op vanaf van tussen en rond na voor medio begin eind tegen
early begin
mid medio half
late eind
about circa omstreeks ongeveer
quarter kwartaal
half_of helft
half halfjaar
season lente/voorjaar zomer herfst/najaar winter
every elke iedere
unit day=dag days=dagen week=week weeks=weken month=maand months=maanden year=jaar years=jaren
  decade=decennium/decennia century=eeuw/eeuwen
day vandaag=0 gisteren=-1 eergisteren=-2 morgen=1 overmorgen=2 vanmorgen=0 vanochtend=0 vanmiddag=0 vanavond=0
  vannacht=0 gisteravond=-1 morgenavond=1 overmorgen=2
weak mei mar do
tens twintig=20 dertig=30 veertig=40 vijftig=50 zestig=60 zeventig=70 tachtig=80 negentig=90
future gaat wordt komende
past had hadden was waren heeft hebben werd werden
until tot vanaf
measure euro mensen dollar meter kilometer inwoners procent gulden keer
modal zal zullen
within in sinds
edge jaareinde=year:late
"""

WORDS["ru"] = """
since с
label страница странице рейс номер комната глава статья статьи
and и
when в
same того_же той_же этого_же
that_day в_тот_же_день
later спустя
after после
on на
to по до
number один/одна/одну/одного два/две/двух три/трёх/трех четыре/четырёх пять/пяти шесть/шести семь восемь девять десять
ordinal первый/первом/первого/первой/первая/первую второй/вторая/вторую/втором/второго третий/третьем/третьего
  четвёртый/четвертый/четвёртом/четвертом
last прошлый прошлом прошлого прошлой прошлую минувший минувшем минувшего минувшую
last_but_one позапрошлый позапрошлом позапрошлого позапрошлой позапрошлую
half_of половина половине половины половину
this_weekend минувшие_выходные=-1 минувших_выходных=-1 прошлые_выходные=-1 прошлых_выходных=-1 эти_выходные=0
  ближайшие_выходные=0 следующие_выходные=1 следующих_выходных=1
this этот этом этого этой эту нынешнем нынешнего текущем текущего
next следующий следующем следующего следующей следующую будущем будущего будущий ближайший ближайшую
ago назад
ahead через
in в во с со до к ко по на от между и около после начале конце середине весной летом осенью зимой течение года году
  годах
early начале начала начало
mid середине середина середины
late конце конца конец
about около примерно
quarter квартал квартале квартала
half полугодие полугодии полугодия
season весна/весны/весну лето/лета осень/осени зима/зимы/зиму
in_season весной летом осенью зимой
every каждый каждую каждое
month январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре
unit day=день/дня days=дней/дни week=неделя/недели/недель/неделю/неделе month=месяц/месяца/месяцев/месяце
  year=год/года/году/лет/годы/годом/г/гг/годов/годах decade=десятилетие/десятилетия century=век/века/веке/веков
day сегодня=0 вчера=-1 позавчера=-2 завтра=1 послезавтра=2
weak мая март сен
tens двадцать=20 тридцать=30 сорок=40 пятьдесят=50
future будет будут планирует планируется предстоит состоится
until до к
measure человек рублей долларов евро процентов тысяч миллионов метров километров раз тонн
decade двадцатые=20 двадцатых=20 двадцатым=20 тридцатые=30 тридцатых=30 тридцатым=30 пятидесятые=50 пятидесятых=50
  пятидесятым=50 шестидесятые=60 шестидесятых=60 шестидесятым=60 семидесятые=70 семидесятых=70 семидесятым=70
  восьмидесятые=80 восьмидесятых=80 восьмидесятым=80 девяностые=90 девяностых=90 девяностым=90 сороковые=40
  сороковых=40 сороковым=40
"""

WORDS["uk"] = """
and і та й
when у в
same того_ж цього_ж тієї_ж цієї_ж
that_day того_дня цього_дня того_ж_дня цього_ж_дня цей_день
later потому
after після
on на
to по до
number один/одна/одну/одного два/дві/двох три/трьох чотири/чотирьох п'ять шість сім вісім дев'ять десять
ordinal перший/першому/першого/першій/перша/першу
  другий/другій/друга/другу/другому/другого третій/третьому/третього четвертий/четвертому/четвертого
last минулий минулого минулому минулої минулу торішнього
last_but_one позаминулий позаминулого позаминулому позаминулої позаминулу
half_of половина половині половини половину
this_weekend минулі_вихідні=-1 минулих_вихідних=-1 ці_вихідні=0 наступні_вихідні=1 наступних_вихідних=1
this цей цього цьому цієї цю нинішнього поточного
next наступний наступного наступному наступної наступну
ago тому
ahead через
in в у з із до від на по між і й та близько після початку кінці середині навесні влітку восени взимку року році роках
early початку початок
mid середині середина
late кінці наприкінці кінець кінця
about близько приблизно
quarter квартал кварталі кварталу
half півріччя півріччі
season весна/весни літо/літа осінь/осені зима/зими
in_season навесні/весною влітку/літом восени взимку/зимою
every кожен кожну кожного
month січні лютому березні квітні травні червні липні серпні вересні жовтні листопаді грудні
unit day=день/дня days=днів/дні week=тиждень/тижня/тижнів/тижні month=місяць/місяця/місяців/місяці
  year=рік/року/році/років/роки/роках/р/рр decade=десятиліття century=століття/століть/ст
day сьогодні=0 вчора=-1 учора=-1 позавчора=-2 завтра=1 післязавтра=2
weak лютий лют сер вер тра жов гру
measure осіб людей гривень доларів євро відсотків тисяч мільйонів метрів кілометрів разів тонн чоловік
decade двадцяті=20 двадцятих=20 тридцяті=30 тридцятих=30 п'ятдесяті=50 п'ятдесятих=50 шістдесяті=60 шістдесятих=60
  сімдесяті=70 сімдесятих=70 вісімдесяті=80 вісімдесятих=80 дев'яності=90 дев'яностих=90 сорокові=40 сорокових=40
"""

WORDS["pl"] = """
label strona stronie lot numer pokój rozdział
and i
on w
to do
number jeden/jedna/jedną dwa/dwie/dwóch trzy/trzech cztery/czterech pięć/pięciu sześć/sześciu siedem osiem dziewięć
  dziesięć
ordinal pierwszy/pierwszym/pierwszego drugi/drugim/drugiego trzeci/trzecim/trzeciego czwarty/czwartym/czwartego
last zeszły zeszłym zeszłego zeszłą ubiegły ubiegłym ubiegłego ubiegłą minionym minionego
weekend weekend weekendu weekendem
this ten tym tego tej bieżącym bieżącego
next przyszły przyszłym przyszłego przyszłą następny następnym następnego
ago temu
ahead za
in w we od do z po na przed około między i ok początku końcu połowie roku rok lat latach koniec jesienią wiosną
  latem zimą
early początku początek
mid połowie połowa
late końcu koniec końca
about około ok
quarter kwartał kwartale kwartału
half półrocze półroczu półrocza
season wiosna/wiosny/wiosnę lato/lata jesień/jesieni zima/zimy/zimę
in_season wiosną latem jesienią zimą
every każdy każdą
unit day=dzień/dni/dnia week=tydzień/tygodni/tygodnie/tygodnia/tygodniu
  month=miesiąc/miesiąca/miesięcy/miesiące/miesiącu year=rok/roku/lat/r years=lata/latach decade=dekada/dekadę/dekady
  century=wiek/wieku/wieki
day dziś=0 dzisiaj=0 wczoraj=-1 przedwczoraj=-2 jutro=1 pojutrze=2
weak maj luty sie nie lis paź mar
measure osób złotych euro dolarów procent zł metrów kilometrów tysięcy milionów razy ton
future planuje planują
modal będzie będą zostanie zostaną odbędzie rozpocznie
until do
within w we od
decade dwudzieste=20 dwudziestych=20 trzydzieste=30 trzydziestych=30 czterdzieste=40 czterdziestych=40
  pięćdziesiąte=50 pięćdziesiątych=50 sześćdziesiąte=60 sześćdziesiątych=60 siedemdziesiąte=70 siedemdziesiątych=70
  osiemdziesiąte=80 osiemdziesiątych=80 dziewięćdziesiąte=90 dziewięćdziesiątych=90
"""

WORDS["cs"] = """
and a
on v
to do
number jeden/jedna/jedno/jednu dva/dvě/dvěma tři/třemi čtyři/čtyřmi pět/pěti šest/šesti sedm/sedmi osm/osmi
  devět/devíti deset/deseti
ordinal první/prvním/prvního druhý/druhé/druhém/druhého třetí/třetím/třetího čtvrtý/čtvrté/čtvrtém/čtvrtého
last minulý minulém minulého minulou loňský loňského uplynulý uplynulém
last_but_one předminulý předminulém předminulého předminulou
year letos=0 loni=-1 vloni=-1 předloni=-2
weekend víkend víkendu víkendem
this tento tomto tohoto tuto letošní letošního
next příští příštím příštího
ago_before před
ahead za
in v ve od do z ze po na před kolem mezi a roku rok roce letech počátku konci polovině jaře létě podzimu zimě
early počátku začátku začátkem počátkem
mid polovině
late konci koncem
about kolem asi
quarter čtvrtletí kvartál kvartálu
half pololetí
season jaro/jaře/jara léto/létě/léta podzim/podzimu zima/zimě/zimy
every každý každou každé
unit day=den/dny/dnů/dní/dnem week=týden/týdny/týdnů/týdne/týdnem/týdnu month=měsíc/měsíce/měsíců/měsícem/měsíci
  year=rok/roku/roce/roky/let/lety/rokem years=letech/léta decade=desetiletí/dekáda century=století
day dnes=0 včera=-1 předevčírem=-2 zítra=1 pozítří=2
weak led bře říj květen duben
measure lidí korun eur dolarů procent kč metrů kilometrů tisíc milionů tun krát
modal bude budou
until do
within v ve od
decade dvacátá=20 dvacátých=20 dvacátými=20 třicátá=30 třicátých=30 třicátými=30 čtyřicátá=40 čtyřicátých=40
  čtyřicátými=40 padesátá=50 padesátých=50 padesátými=50 šedesátá=60 šedesátých=60 šedesátými=60 sedmdesátá=70
  sedmdesátých=70 sedmdesátými=70 osmdesátá=80 osmdesátých=80 osmdesátými=80 devadesátá=90 devadesátých=90
  devadesátými=90
"""

WORDS["ar"] = """
number واحد/واحدة اثنان ثلاثة/ثلاث أربعة/أربع خمسة/خمس ستة/ست سبعة/سبع ثمانية/ثماني تسعة/تسع عشرة/عشر
ordinal الأول/الأولى الثاني/الثانية الثالث/الثالثة الرابع/الرابعة
last الماضي الماضية المنصرم المنصرمة الفائت الفائتة
this هذا هذه الجاري الجارية الحالي الحالية
next القادم القادمة المقبل المقبلة التالي
ago_before قبل منذ
ahead بعد خلال
of من
in في عام منذ حتى سنة بين و خلال من إلى لعام العام مطلع أوائل أواخر نهاية بداية
early أوائل مطلع بداية
mid منتصف
late أواخر نهاية
quarter الربع ربع
season الربيع/ربيع الصيف/صيف الخريف/خريف الشتاء/شتاء
month يناير/كانون_الثاني فبراير/شباط مارس/آذار أبريل/إبريل/نيسان مايو/أيار يونيو/حزيران يوليو/تموز أغسطس/آب
  سبتمبر/أيلول أكتوبر/تشرين_الأول نوفمبر/تشرين_الثاني ديسمبر/كانون_الأول
weekday الاثنين/الإثنين الثلاثاء الأربعاء/الاربعاء الخميس الجمعة السبت الأحد/الاحد
unit day=يوم/أيام/يوما/يومًا/اليوم week=أسبوع/أسابيع/الأسبوع/أسبوعين month=شهر/أشهر/الشهر/شهور/شهرا
  year=عام/سنة/أعوام/سنوات/العام/السنة/عاما/سنين decade=عقد/عقود/العقد century=قرن/القرن/قرون
day اليوم=0 أمس=-1 الأمس=-1 غدا=1 غدًا=1 غداً=1
weak آب مارس
measure شخص دولار متر كيلومتر ألف مليون نسمة
"""

WORDS["fa"] = """
number یک دو سه چهار پنج شش هفت هشت نه ده
last گذشته قبل پیش
this این جاری
next آینده بعد
ago پیش قبل
in در از تا سال بین و
season بهار تابستان پاییز زمستان
month ژانویه/ژانویهٔ فوریه/فوریهٔ مارس آوریل مه/مهٔ ژوئن ژوئیه/ژوئیهٔ اوت/آگوست سپتامبر اکتبر نوامبر دسامبر
weekday دوشنبه سه‌شنبه/سه_شنبه چهارشنبه پنجشنبه/پنج‌شنبه جمعه شنبه یکشنبه/یک‌شنبه
unit day=روز week=هفته month=ماه year=سال decade=دهه century=قرن
day امروز=0 دیروز=-1 پریروز=-2 فردا=1 پس‌فردا=2
weak مه می مارس
measure نفر دلار متر کیلومتر هزار میلیون تومان ریال
"""

WORDS["tr"] = """
number bir iki üç dört beş altı yedi sekiz dokuz on
ordinal birinci ikinci üçüncü dördüncü
last geçen geçtiğimiz
this_weekend geçen_hafta_sonu=-1 geçtiğimiz_hafta_sonu=-1 bu_hafta_sonu=0 gelecek_hafta_sonu=1 önümüzdeki_hafta_sonu=1
this bu
next gelecek önümüzdeki
ago önce
in yılı yılında yılından yılına ve
of yılı yılının
early başında başı
mid ortasında ortası
late sonunda sonu
quarter çeyrek çeyreği çeyreğinde
season ilkbahar/bahar yaz sonbahar/güz kış
every her
unit day=gün/günü week=hafta/haftası month=ay/ayı/ayında
  year=yıl/yılı/yılında/yıllar/yılların/yıllarda/yıllardan/yıllarında/sene decade=onyıl century=yüzyıl/yüzyılda
day bugün=0 dün=-1 yarın=1
weak ocak mart may paz ekim kas ara
measure kişi lira dolar euro metre kilometre bin milyon
"""

WORDS["zh"] = """
last 上 上个 上個 去
later 后 後 之后 之後
this_weekend 上周末=-1 上個週末=-1 上週末=-1 上个周末=-1 本周末=0 本週末=0 这个周末=0 這個週末=0 这周末=0
  下周末=1
  下週末=1 下个周末=1 下個週末=1 上上周末=-2 下下周末=2
part_of_year 上半年=h1 下半年=h2 第一季度=1 第二季度=2 第三季度=3 第四季度=4 一季度=1 二季度=2 三季度=3 四季度=4
this 本 这 這 这个 這個
next 下 下个 下個
ago 前
in 在 自 从 從 于 於
dash 至 到 ～ 〜 ~
future 将于 將於 将在 將在 将会 將會 即将 即將 定于 定於 拟于 擬於 计划 計劃 预计 預計 有望 *将 *將
this_week 上上=-2 上上个=-2 上上個=-2 下下=2 下下个=2 下下個=2
  上=-1 上个=-1 上個=-1 本=0 这=0 這=0 这个=0 這個=0 下=1 下个=1 下個=1
about 约 約
this_edge 年底=year:late:0 年初=year:early:0 月底=month:late:0 月初=month:early:0
  今年底=year:late:0 今年末=year:late:0 今年初=year:early:0 今年年底=year:late:0
  今年年末=year:late:0 今年年初=year:early:0
  去年底=year:late:-1 去年末=year:late:-1 去年初=year:early:-1 去年年底=year:late:-1
  去年年末=year:late:-1 去年年初=year:early:-1
  明年底=year:late:1 明年末=year:late:1 明年初=year:early:1 明年年底=year:late:1
  明年年末=year:late:1 明年年初=year:early:1
early 初 上旬
mid 中旬
late 底 末 下旬
label 初中 初级 初級 初步 底层 底部 末端
season 春季/春天/春 夏季/夏天/夏 秋季/秋天/秋 冬季/冬天/冬
unit year=年 day=天 week=周/星期/週/个星期 month=个月/個月/月份 century=世纪/世紀
day 今晚=0 今早=0 今晨=0 昨晚=-1 明晚=1 今天=0 今日=0 昨天=-1 昨日=-1 前天=-2 明天=1 明日=1 后天=2 後天=2
year 今年=0 去年=-1 明年=1 前年=-2 后年=2
monthly 上上个月=-2 上上個月=-2 下下个月=2 下下個月=2 本月=0 上月=-1 上个月=-1 下月=1 下个月=1
weekly 上上周=-2 上上週=-2 下下周=2 下下週=2 本周=0 上周=-1 下周=1
weekday 星期一/周一/週一/礼拜一 星期二/周二/週二 星期三/周三/週三 星期四/周四/週四
  星期五/周五/週五 星期六/周六/週六 星期日/周日/週日/星期天
quarter 季度
"""

WORDS["ja"] = """
dash ～ 〜 ~
of の
ago 前
later 後
modal 予定 見通し 見込み 方針 計画
this_weekend 先週末=-1 今週末=0 来週末=1 先々週末=-2
part_of_year 上半期=h1 下半期=h2 第1四半期=1 第2四半期=2 第3四半期=3 第4四半期=4
  第一四半期=1 第二四半期=2 第三四半期=3 第四四半期=4
this_edge 今年末=year:late:0 今年初め=year:early:0 今年半ば=year:mid:0
  昨年末=year:late:-1 昨年初め=year:early:-1 昨年半ば=year:mid:-1
  去年末=year:late:-1 去年初め=year:early:-1 去年半ば=year:mid:-1
  来年末=year:late:1 来年初め=year:early:1 来年半ば=year:mid:1
early 初め 初頭 上旬
mid 半ば 中旬
late 末 下旬
about 約
season 春 夏 秋 冬
unit day=日間 week=週間 month=か月/ヶ月/カ月/ケ月 year=年間/年 century=世紀
day 今朝=0 今夜=0 今晩=0 昨夜=-1 昨晩=-1
  今日=0 きょう=0 昨日=-1 きのう=-1 一昨日=-2 おととい=-2 明日=1 あす=1 明後日=2 あさって=2 本日=0
year 今年=0 去年=-1 昨年=-1 来年=1 一昨年=-2 再来年=2 本年=0
monthly 今月=0 先月=-1 来月=1 先々月=-2 再来月=2
weekly 今週=0 先週=-1 来週=1 先々週=-2 再来週=2
weekday 月曜日/月曜 火曜日/火曜 水曜日/水曜 木曜日/木曜 金曜日/金曜 土曜日/土曜 日曜日/日曜
"""

WORDS["ko"] = """
last 지난
this 이번
next 다음 오는
dash ～ 〜 ~
ago 전
later 뒤 후
particle 은 는 이 가 을 를 에 에는 에도 의 와 과 도 만 부터 까지 에서 로 으로 엔
this_weekend 지난_주말=-1 이번_주말=0 다음_주말=1 지난주말=-1 이번주말=0
part_of_year 상반기=h1 하반기=h2
this_edge 연말=year:late:0 연초=year:early:0 월말=month:late:0 올해_말=year:late:0 올해_초=year:early:0
  지난해_말=year:late:-1
  지난해_초=year:early:-1 작년_말=year:late:-1 내년_말=year:late:1 내년_초=year:early:1
early 초 상순
mid 중순
late 말 하순
season 봄 여름 가을 겨울
unit day=일간 week=주일/주 month=개월/달 year=년 century=세기
day 오늘=0 어제=-1 그제=-2 그저께=-2 내일=1 모레=2
year 올해=0 작년=-1 지난해=-1 내년=1 재작년=-2 금년=0 내후년=2
monthly 이번_달=0 이달=0 지난달=-1 다음_달=1 다음달=1 내달=1
weekly 이번_주=0 이번주=0 지난주=-1 지난_주=-1 다음_주=1 다음주=1
weekday 월요일 화요일 수요일 목요일 금요일 토요일 일요일
"""

WORDS["el"] = """
and και
to έως μέχρι ως
number ένας/μία/μια/ένα/έναν δύο/δυο τρεις/τρία/τριών τέσσερις/τέσσερα/τεσσάρων πέντε έξι επτά/εφτά οκτώ/οχτώ
  εννέα/εννιά δέκα έντεκα δώδεκα
ordinal πρώτος/πρώτη/πρώτο/πρώτου/πρώτης δεύτερος/δεύτερη/δεύτερο/δεύτερου/δεύτερης τρίτο/τρίτου
  τέταρτος/τέταρτη/τέταρτο/τέταρτου
last περασμένος περασμένη περασμένο περασμένου περασμένης περασμένες προηγούμενος προηγούμενη προηγούμενο
  προηγούμενου
this αυτή αυτό αυτόν αυτήν τρέχοντος τρέχον φετινό φετινή
next επόμενος επόμενη επόμενο επόμενου επόμενης ερχόμενη ερχόμενο
ago_before πριν_από
ago πριν
of τον την της των στις στα τις τα
in από στον στην ως μετά πριν κατά προς μεταξύ και έως μέχρι
when στο
when_of το του
early αρχές αρχή
mid μέσα
late τέλη τέλος
about περίπου γύρω
quarter τρίμηνο τριμήνου
half εξάμηνο εξαμήνου
season άνοιξη/άνοιξης καλοκαίρι/καλοκαιριού φθινόπωρο/φθινοπώρου χειμώνας/χειμώνα
every κάθε
month ιανουάριος/ιανουάριο/ιανουαρίου/γενάρης/γενάρη φεβρουάριος/φεβρουάριο/φεβρουαρίου/φλεβάρης/φλεβάρη
  μάρτιος/μάρτιο/μαρτίου/μάρτης/μάρτη απρίλιος/απρίλιο/απριλίου/απρίλης/απρίλη μάιος/μάιο/μαΐου/μαίου/μάης/μάη
  ιούνιος/ιούνιο/ιουνίου/ιούνης/ιούνη ιούλιος/ιούλιο/ιουλίου/ιούλης/ιούλη αύγουστος/αύγουστο/αυγούστου
  σεπτέμβριος/σεπτέμβριο/σεπτεμβρίου/σεπτέμβρης/σεπτέμβρη οκτώβριος/οκτώβριο/οκτωβρίου/οκτώβρης/οκτώβρη
  νοέμβριος/νοέμβριο/νοεμβρίου/νοέμβρης/νοέμβρη δεκέμβριος/δεκέμβριο/δεκεμβρίου/δεκέμβρης/δεκέμβρη
weekday δευτέρα/δευτέρας τρίτη/τρίτης τετάρτη/τετάρτης πέμπτη/πέμπτης παρασκευή/παρασκευής σάββατο/σαββάτου
  κυριακή/κυριακής
unit day=ημέρα/μέρα/ημέρας/μέρας days=ημέρες/μέρες/ημερών week=εβδομάδα/εβδομάδας/εβδομάδες/εβδομάδων
  month=μήνας/μήνα/μήνες/μηνών year=έτος/έτους/χρόνος/χρόνο/χρόνου/χρόνια/χρονιά/χρονιάς/έτη/ετών
  decade=δεκαετία/δεκαετίας century=αιώνας/αιώνα
day σήμερα=0 χθες=-1 χτες=-1 προχθές=-2 αύριο=1 μεθαύριο=2
year φέτος=0 προπέρσι=-2 πέρσι=-1 πέρυσι=-1
weak τρίτη τρίτης πέμπτη τετάρτη δευτέρα μάη
weekend σαββατοκύριακο
later αργότερα
earlier νωρίτερα
same ίδια ίδιο ίδιας ίδιου
future θα
until μέχρι έως
measure άτομα ευρώ δολάρια μέτρα χιλιόμετρα άνδρες άνδρων στρατιώτες νεκροί κάτοικοι τόνους τόνοι φορές ψήφους
"""

WORDS["et"] = """
number üks/ühe kaks/kahe kolm/kolme neli/nelja viis/viie kuus/kuue seitse/seitsme kaheksa üheksa kümme/kümne
last möödunud eelmise eelmisel eelmine läinud mullune mulluse mullusel
this selle sel see tänavune tänavuse tänavusel käesoleva
next järgmise järgmisel järgmine tuleva tuleval järgneva
ago tagasi
later hiljem
earlier varem
in alates kuni enne pärast ja aastal
early algul alguses algus algusest
mid keskel
late lõpul lõpus lõpuks lõpp lõpuni
about umbes
quarter kvartal kvartali kvartalis
half poolaasta poolaastal
season kevad/kevade/kevadest/kevadeks suvi/suve/suvest/suveks sügis/sügise/sügisest/sügiseks talv/talve/talveks
in_season kevadel suvel sügisel talvel
every iga
month jaanuar/jaanuari/jaanuaris/jaanuarist/jaanuaril/jaanuariks/jaanuarini
  veebruar/veebruari/veebruaris/veebruarist/veebruaril/veebruariks/veebruarini
    märts/märtsi/märtsis/märtsist/märtsil/märtsiks/märtsini
  aprill/aprilli/aprillis/aprillist/aprillil/aprilliks/aprillini
  mai/mais/maist/mail/maiks/maini juuni/juunis/juunist/juunil/juuniks/juunini
  juuli/juulis/juulist/juulil/juuliks/juulini august/augusti/augustis/augustist/augustil/augustiks/augustini
    september/septembri/septembris/septembrist/septembril/septembriks/septembrini
  oktoober/oktoobri/oktoobris/oktoobrist/oktoobril/oktoobriks/oktoobrini
    november/novembri/novembris/novembrist/novembril/novembriks/novembrini
  detsember/detsembri/detsembris/detsembrist/detsembril/detsembriks/detsembrini
weekday esmaspäev/esmaspäeva/esmaspäeval/esmaspäevast/esmaspäevaks/esmaspäevani
  teisipäev/teisipäeva/teisipäeval/teisipäevast/teisipäevaks/teisipäevani
  kolmapäev/kolmapäeva/kolmapäeval/kolmapäevast/kolmapäevaks/kolmapäevani
  neljapäev/neljapäeva/neljapäeval/neljapäevast/neljapäevaks/neljapäevani
  reede/reedel/reedest/reedeks/reedeni laupäev/laupäeva/laupäeval/laupäevast/laupäevaks/laupäevani
  pühapäev/pühapäeva/pühapäeval/pühapäevast/pühapäevaks/pühapäevani
unit day=päev/päeval days=päeva/päevad/päevi week=nädal/nädala/nädalal/nädalat/nädalas month=kuu/kuul/kuud
  year=aasta/aastal/aastat/aastast/aastaks/aastani/a decade=kümnend/kümnendi century=sajand/sajandi/sajandil
day täna=0 tänane=0 tänase=0 eile=-1 eilne=-1 eilse=-1 üleeile=-2 homme=1 homne=1 homse=1 ülehomme=2
year tänavu=0 mullu=-1
weekend nädalavahetus nädalavahetusel nädalavahetuse
weak mai märts
measure inimest krooni eurot dollarit protsenti meetrit kilomeetrit korda tonni häält last
"""

#: What has a TIMEX3 value and no place on the calendar (`vague.py`): a row has a value and phrases, with commas
#: between; TMO and the like are parts of a day, behind it; the row X has amounts that are not known, the row - what is
#: none of the others.
VAGUE: dict[str, str] = {}

VAGUE["en"] = """
TMO morning
TAF afternoon
TEV evening
TNI night, overnight
PRESENT_REF now, right now, currently, current, nowadays, at present, presently, at the moment, these days
PAST_REF recently, recent, more recently, the past
PXD recent days
PXW recent weeks
PXM recent months
PXY recent years
- the past few, the past several, the past couple, the past many, soon as, soon after, as soon as, too soon,
  the foreseeable future
FUTURE_REF soon, the future, the near future, near future, as soon as possible, coming months, coming weeks,
  coming days, coming years
P1D daily
P1W weekly
P1M monthly
P1Y yearly, annually
X several, few, many, a few, some
"""

VAGUE["de"] = """
TMO morgen, vormittag, früh
TMI mittag
TAF nachmittag
TEV abend
TNI nacht
PRESENT_REF jetzt, derzeit, zurzeit, zur zeit, gegenwärtig, momentan, heutzutage, im moment
PAST_REF kürzlich, jüngst, unlängst, neulich, vor kurzem
FUTURE_REF bald, demnächst, künftig, in zukunft
P1D täglich
P1W wöchentlich
P1M monatlich
P1Y jährlich
X einige, einigen, mehrere, mehreren, wenige, wenigen, viele, vielen
"""

VAGUE["fr"] = """
TMO matin, matinée
TAF après-midi
TEV soir, soirée
TNI nuit
PRESENT_REF maintenant, actuellement, désormais, à présent, aujourd'hui encore, en ce moment
PAST_REF récemment, autrefois, jadis, naguère, par le passé
FUTURE_REF bientôt, prochainement, à l'avenir, l'avenir
P1D quotidiennement
P1W hebdomadairement
P1M mensuellement
P1Y annuellement
X plusieurs, quelques
"""

VAGUE["es"] = """
PRESENT_REF ahora, actualmente, hoy en día, en este momento
PAST_REF recientemente, antiguamente, en el pasado
FUTURE_REF pronto, próximamente, en el futuro
P1D diariamente
P1W semanalmente
P1M mensualmente
P1Y anualmente
X varios, varias, algunos, algunas, pocos, pocas
"""

VAGUE["et"] = """
PRESENT_REF nüüd, praegu, hetkel, praegune, praeguse, tänapäeval
PAST_REF hiljuti, varem, äsja, kunagi, seni
FUTURE_REF peagi, varsti, lähiajal, tulevikus
"""
