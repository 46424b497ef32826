/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/* The words of plx-lexicon.c, and of nothing else. Each list is written as a whole, from what a
 * grammar of English, the calendar, ISO 4217 and the SI have; none is grown from texts. */

#include "language/text/plx-lexicon.h"

typedef struct
{
  guint64     uses;
  double      value; /* of the first word, where the words are numbers */
  double      step;  /* what each next word has more */
  const char *words; /* with a space between them */
} WordList;

typedef struct
{
  PlxUnit     unit;
  const char *words;
} UnitWord;

typedef struct
{
  gunichar mark;
  PlxUnit  unit;
} CurrencyMark;

static const WordList word_lists[] = {
  /* Numbers. */
  { PLX_LEX (CARDINAL), 1, 1, "one two three four five six seven eight nine ten eleven twelve "
    "thirteen fourteen fifteen sixteen seventeen eighteen nineteen" },
  { PLX_LEX (CARDINAL), 20, 10, "twenty thirty forty fifty sixty seventy eighty ninety" },
  { PLX_LEX (SCALE), 12, 0, "dozen" },
  { PLX_LEX (SCALE), 1e2, 0, "hundred" },
  { PLX_LEX (SCALE), 1e3, 0, "thousand k" },
  { PLX_LEX (SCALE), 1e5, 0, "lakh lakhs" },
  { PLX_LEX (SCALE), 1e6, 0, "million mn mln m" },
  { PLX_LEX (SCALE), 1e7, 0, "crore crores" },
  { PLX_LEX (SCALE), 1e9, 0, "billion bn bln b" },
  { PLX_LEX (SCALE), 1e12, 0, "trillion tn trn" },
  { PLX_LEX (VAGUE), 10, 0, "tens" },
  { PLX_LEX (VAGUE), 12, 0, "dozens" },
  { PLX_LEX (VAGUE), 20, 0, "scores" },
  { PLX_LEX (VAGUE), 1e2, 0, "hundreds" },
  { PLX_LEX (VAGUE), 1e3, 0, "thousands" },
  { PLX_LEX (VAGUE), 1e6, 0, "millions" },
  { PLX_LEX (VAGUE), 1e9, 0, "billions" },
  { PLX_LEX (VAGUE), 1e12, 0, "trillions" },
  { PLX_LEX (ORDINAL), 1, 1, "first second third fourth fifth sixth seventh eighth ninth tenth "
    "eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth "
    "nineteenth" },
  { PLX_LEX (ORDINAL), 20, 10, "twentieth thirtieth fortieth fiftieth sixtieth seventieth "
    "eightieth ninetieth" },
  { PLX_LEX (ORDINAL), 100, 0, "hundredth" },
  { PLX_LEX (FRACTION), 2, 0, "half halves" },
  { PLX_LEX (FRACTION), 3, 1, "third quarter fifth sixth seventh eighth ninth tenth" },
  { PLX_LEX (FRACTION), 3, 1, "thirds quarters fifths sixths sevenths eighths ninths tenths" },

  /* What is counted and ranked. */
  { PLX_LEX (PLURAL), 0, 0, "people children men women police troops cattle sheep fish livestock "
    "personnel staff teeth mice lives wives knives wolves leaves shelves geese oxen aircraft "
    "spacecraft species series crew gentlemen servicemen servicewomen policemen fishermen "
    "firemen firefighters gunmen spokesmen businessmen clergymen headquarters media data "
    "criteria bacteria clergy poultry shrimp salmon youth votes seats" },
  { PLX_LEX (STATE), 0, 0, "dead injured killed wounded missing homeless hurt alive unaccounted "
    "displaced infected sick trapped stranded present absent" },
  { PLX_LEX (SINGULAR), 0, 0, "always perhaps besides towards afterwards sometimes yes plus "
    "minus versus overseas news mathematics physics politics economics ethics electronics "
    "diabetes measles rabies whereas this was is has does his its hers ours theirs yours as thus "
    "us across less unless press business illness process access success various previous "
    "serious famous religious dangerous anonymous indigenous suspicious chaos crisis basis "
    "analysis emphasis thesis virus campus status bonus census consensus bus gas canvas texas "
    "lens atlas alias christmas says goes indoors outdoors upstairs downstairs backwards "
    "forwards nowadays" },
  { PLX_LEX (STREET), 0, 0, "street st avenue ave road rd boulevard blvd lane drive square place "
    "terrace crescent court highway parkway way close row quay embankment alley" },
  { PLX_LEX (LABEL), 0, 0, "flight room article articles section chapter page pages paragraph "
    "line gate platform highway route motorway channel resolution volume vol part phase level "
    "type grade class version model number no no. nos nos. bus train tram runway pier bay studio "
    "zone sector district ward box apartment apt flat suite building block unit rule amendment "
    "protocol case file exhibit reactor formula group windows psalm verse act scene season "
    "episode day covid apollo boeing airbus figure fig table item appendix annex clause "
    "interstate tier category" },
  { PLX_LEX (NO_RANK), 0, 0, "time times lady responder responders aid class hand degree floor "
    "thing things name names amendment half quarter day week weekend month year years decade "
    "century night morning afternoon evening spring summer autumn winter fall place thoughts "
    "thought chance nature sight glance look one ones and or to of in at for that person party "
    "parties world" },
  { PLX_LEX (CONTEST), 0, 0, "won win wins winning beat beats beaten lost lose loses losing drew "
    "draw draws drawn defeat defeated defeats victory victories triumph score scored scores lead "
    "led leads vote votes voted ruled ruling decision majority match game set final semifinal "
    "tie tied level ahead trail trailed shootout aggregate thrashed edged sank" },

  /* What holds sentences together. */
  { PLX_LEX (DETERMINER) | PLX_LEX (FUNCTION), 0, 0, "the a an this that these those his her its "
    "their our my your each every any no some another both either neither such all many most "
    "several few" },
  { PLX_LEX (PREPOSITION) | PLX_LEX (FUNCTION), 0, 0, "of in on at by for from with without to "
    "into onto over under above below between among amid against during through throughout "
    "across after before since until till about around near behind beside beyond towards toward "
    "upon within despite along via per off outside inside like unlike except including as than "
    "following" },
  { PLX_LEX (CONJUNCTION) | PLX_LEX (FUNCTION), 0, 0, "and or but nor so yet that while whereas "
    "because although though if unless when whenever where wherever whether who whom whose which "
    "what how why as once until since lest" },
  { PLX_LEX (PRONOUN) | PLX_LEX (FUNCTION), 0, 0, "he she it they i we you" },
  { PLX_LEX (FUNCTION), 0, 0, "him her them us me himself herself itself themselves ourselves "
    "yourself myself not never also too very only even just still already again ever now then "
    "there here up down out back away more less other others own same more's 's 're 've 'd 'll "
    "almost nearly quite rather perhaps maybe together apart altogether overnight daily weekly "
    "monthly yearly annually ago later earlier long far" },
  { PLX_LEX (AUXILIARY) | PLX_LEX (FUNCTION), 0, 0, "am is are was were be been being have has "
    "had having do does did isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't "
    "didn't" },
  { PLX_LEX (MODAL) | PLX_LEX (FUNCTION), 0, 0, "will would shall should can could may might "
    "must won't wouldn't can't cannot couldn't shouldn't 'll" },
  { PLX_LEX (AHEAD), 0, 0, "due set expected scheduled planned plans planning plan hopes hope "
    "hoping going want wants intend intends intended agreed agree agrees vow vows vowed promise "
    "promises promised poised forecast opens begins starts ends closes resumes arrives departs "
    "expires returns meets go goes comes votes hosts holds likely ready meant slated upcoming "
    "deadline aims aim prepares preparing pledged pledges wish wishes need needs try tries "
    "bound" },
  { PLX_LEX (PAST), 0, 0, "became began begun bent bet bit bled blew bought bound bred broke "
    "brought built burnt burst came caught chose clung crept cut dealt dug did drank drew drove "
    "dwelt ate fed fell felt fled flew flung forgot fought found froze gave got grew had heard "
    "held hid hit hung hurt kept knew laid lay led left lent let lost made meant met paid put "
    "quit ran rang read rode rose said sang sank sat saw sent shook shot shrank shut slept slid "
    "sold sought spent split spoke spread sprang stole stood struck stuck sung sunk swam swept "
    "swore swung taught thought threw told took tore understood was went were withdrew won wore "
    "wound wrote" },
  { PLX_LEX (ADVERB), 0, 0, "also later then now again just once still earlier already often "
    "repeatedly first soon therefore since always has had have" },
  { PLX_LEX (OPENER), 0, 0, "but and yet so however meanwhile still instead later earlier then "
    "now nevertheless moreover besides indeed also or because while although though if when as "
    "after before since that what once again elsewhere separately afterwards today yesterday "
    "tomorrow tonight" },

  /* Times. */
  { PLX_LEX (MONTH), 1, 1, "january february march april may june july august september october "
    "november december" },
  { PLX_LEX (MONTH), 1, 1, "jan feb mar apr may jun jul aug sep oct nov dec" },
  { PLX_LEX (MONTH), 9, 0, "sept" },
  { PLX_LEX (WEEKDAY), 1, 1, "monday tuesday wednesday thursday friday saturday sunday" },
  { PLX_LEX (SEASON), 3, 3, "spring summer autumn winter" },
  { PLX_LEX (SEASON), 9, 0, "fall" },
  { PLX_LEX (DAYPART), 0, 0, "morning afternoon evening night noon midday midnight dawn dusk "
    "lunchtime" },
  { PLX_LEX (PERIOD), 0, 0, "day days week weeks month months year years decade decades century "
    "centuries fortnight hour hours minute minutes second seconds weekend weekends quarter "
    "half" },
  { PLX_LEX (TIME), 0, 0, "today yesterday tomorrow tonight last next this past recent coming "
    "previous following end beginning start middle noon midday midnight weekend a an several few "
    "q1 q2 q3 q4" },

  /* Who says so. */
  { PLX_LEX (SAY), 0, 0, "said says say told tell tells announced announces claimed warned warns "
    "insisted insists argued argues alleged alleges asserted asserts stated declared declares "
    "testified testifies denied denies confirmed confirms reported maintains maintained "
    "contended contends cautioned cautions acknowledged acknowledges conceded concedes tweeted "
    "argue warn insist claim announce confirm deny acknowledge allege declare testify assert "
    "contend concede" },
  { PLX_LEX (SAY_THAT), 0, 0, "added adds noted wrote writes found finds revealed reveals "
    "suggested suggests estimated believe believes believed concluded concludes predicted "
    "predicts recalled recalls recounted admitted admits explained explains disclosed discloses "
    "showed shows stressed stresses emphasised emphasized emphasises emphasizes observed "
    "observes remarked remarks replied replies responded responds complained complains promised "
    "promises pledged pledges vowed vows hinted hints joked jokes indicated indicates predict "
    "conclude suggest complain forecast learned read reads think find show reveal admit explain "
    "recall disclose observe remark reply respond hint reckon reiterate counted calculated "
    "posted posts ruled rules decided agreed accept accepts swore swears reckons reckoned put "
    "puts emerged transpired proclaimed reiterated reiterates repeated commented boasted hoped "
    "fears feared thinks thought" },
  { PLX_LEX (SAY_NOUN), 0, 0, "reports report claims estimates estimate notes note states state "
    "forecasts counts comments fear hope remarks hints fears hopes promises pledges vows posts "
    "rules" },
  { PLX_LEX (SAY_PLURAL), 0, 0, "say tell argue warn insist claim announce confirm deny "
    "acknowledge allege declare testify assert contend concede believe predict conclude suggest "
    "complain think find show reveal admit explain recall disclose observe remark reply respond "
    "hint reckon reiterate accept swear ask shout cry" },
  { PLX_LEX (UTTER), 0, 0, "asked asks ask shouted shouts shout cried cries chanted chants chant "
    "whispered whispers screamed yelled muttered murmured exclaimed answered answers continued "
    "quipped sighed laughed interrupted called calls went snapped retorted urged urges demanded "
    "demands begged pleaded read reads saying say concluded sang shouting chanting texted began "
    "ended offered mused grumbled continues concludes exclaims" },
  { PLX_LEX (CALL), 0, 0, "called calls call described describes describe dismissed dismisses "
    "branded brands denounced denounces condemned condemns praised praises hailed hails labelled "
    "labeled labels accused accuses accuse criticised criticized criticises criticizes rejected "
    "rejects blamed blames mocked ridiculed deplored characterised characterized slammed urged "
    "urges demanded demands spoke speaks welcomed welcomes cited cites referred refers decried "
    "blasted attacked attacks promised expressed expresses voiced lamented" },
  { PLX_LEX (SAYING), 0, 0, "saying adding warning noting insisting arguing claiming alleging "
    "stating telling announcing denying confirming calling describing writing stressing "
    "suggesting explaining accusing citing" },
  { PLX_LEX (HEARSAY), 0, 0, "reportedly allegedly supposedly purportedly apparently rumoured "
    "rumored" },
  { PLX_LEX (DOUBT), 0, 0, "possibly perhaps maybe probably likely unlikely presumably seemingly "
    "conceivably potentially arguably" },
  { PLX_LEX (RUMOUR), 0, 0, "rumours rumors reports allegations speculation rumour rumor "
    "gossip" },
  { PLX_LEX (ROLE), 0, 0, "official officials source sources person people spokesman spokeswoman "
    "spokesperson spokespeople spokesmen police witness witnesses resident residents authorities "
    "diplomat diplomats analyst analysts expert experts critic critics supporter supporters "
    "opponent opponents activist activists rescuer rescuers prosecutor prosecutors investigator "
    "investigators lawyer lawyers doctor doctors medic medics scientist scientists researcher "
    "researchers economist economists observer observers neighbour neighbours neighbor neighbors "
    "relative relatives survivor survivors victim victims villager villagers officer officers "
    "soldier soldiers commander commanders minister ministers ministry government army military "
    "navy court judge judges committee commission agency company firm bank union party report "
    "study document documents statement newspaper paper magazine website broadcaster television "
    "media station channel outlet aide aides adviser advisers advisor advisors insider insiders "
    "trader traders farmer farmers fisherman fishermen worker workers teacher teachers student "
    "students protester protesters demonstrator demonstrators organiser organisers organizer "
    "organizers leader leaders member members lawmaker lawmakers senator senators deputy "
    "deputies mayor governor president chairman chairwoman chief director manager owner driver "
    "pilot captain passenger passengers parent parents mother father brother sister son daughter "
    "wife husband widow friend friends colleague colleagues historian historians hospital office "
    "service department council parliament cabinet coroner auditor auditors regulator regulators "
    "watchdog group groups organisation organization club coach team publisher editor editors "
    "author authors man woman men women boy girl child children teenager pensioner priest bishop "
    "imam rabbi nun monk banker bankers papers records data figures files letter letters email "
    "emails interview interviews transcript transcripts filing filings" },
  { PLX_LEX (SOURCE), 0, 0, "according in by citing quoting quoted cited reported it believed "
    "thought understood alleged presumed suspected feared known" },
  { PLX_LEX (TERM), 0, 0, "so-called dubbed nicknamed titled entitled called named known phrase "
    "word words term terms slogan motto headed labelled labeled codenamed" },
};

#define MEASURE(symbol, words) { { symbol, PLX_UNIT_MEASURE, 1 }, words }
#define DURATION(symbol, factor, words) { { symbol, PLX_UNIT_DURATION, factor }, words }
#define MONEY(symbol, words) { { symbol, PLX_UNIT_MONEY, 1 }, words }

static const UnitWord unit_words[] = {
  { { "%", PLX_UNIT_PERCENT, 1 }, "percent percentage pct" },
  DURATION ("s", 1, "second seconds sec secs"),
  DURATION ("min", 1, "minute minutes min mins"),
  DURATION ("h", 1, "hour hours hr hrs"),
  DURATION ("day", 1, "day days"),
  DURATION ("week", 1, "week weeks"),
  DURATION ("week", 2, "fortnight fortnights"),
  DURATION ("month", 1, "month months"),
  DURATION ("year", 1, "year years yr yrs"),
  DURATION ("year", 10, "decade decades"),
  DURATION ("year", 100, "century centuries"),
  MEASURE ("km", "km kms kilometre kilometres kilometer kilometers"),
  MEASURE ("m", "metre metres meter meters"),
  MEASURE ("cm", "cm centimetre centimetres centimeter centimeters"),
  MEASURE ("mm", "mm millimetre millimetres millimeter millimeters"),
  MEASURE ("mi", "mile miles"),
  MEASURE ("ft", "foot feet ft"),
  MEASURE ("in", "inch inches"),
  MEASURE ("yd", "yard yards"),
  MEASURE ("nmi", "nm"),
  MEASURE ("kg", "kg kgs kilo kilos kilogram kilograms kilogramme kilogrammes"),
  MEASURE ("g", "g gram grams gramme grammes"),
  MEASURE ("mg", "mg milligram milligrams"),
  MEASURE ("t", "t tonne tonnes ton tons"),
  MEASURE ("lb", "lb lbs"),
  MEASURE ("oz", "oz ounce ounces"),
  MEASURE ("ha", "ha hectare hectares"),
  MEASURE ("acre", "acre acres"),
  MEASURE ("l", "l litre litres liter liters"),
  MEASURE ("gal", "gallon gallons"),
  MEASURE ("bbl", "barrel barrels bpd"),
  MEASURE ("deg", "degree degrees"),
  MEASURE ("C", "c celsius"),
  MEASURE ("F", "f fahrenheit"),
  MEASURE ("km/h", "kph kmh"),
  MEASURE ("mph", "mph"),
  MEASURE ("kn", "knot knots"),
  MEASURE ("W", "watt watts"),
  MEASURE ("kW", "kw kilowatt kilowatts"),
  MEASURE ("MW", "mw megawatt megawatts"),
  MEASURE ("GW", "gw gigawatt gigawatts"),
  MEASURE ("kWh", "kwh"),
  MEASURE ("MWh", "mwh"),
  MEASURE ("TWh", "twh"),
  MEASURE ("V", "volt volts"),
  MEASURE ("Hz", "hertz hz"),
  MEASURE ("MHz", "mhz megahertz"),
  MEASURE ("dB", "decibel decibels db"),
  MEASURE ("magnitude", "magnitude"),
  MONEY ("USD", "usd dollar dollars"),
  { { "USD", PLX_UNIT_MONEY, 0.01 }, "cent cents" },
  { { "GBP", PLX_UNIT_MONEY, 0.01 }, "pence" },
  MONEY ("EUR", "eur euro euros"),
  MONEY ("GBP", "gbp pound pounds sterling"),
  MONEY ("JPY", "jpy yen"),
  MONEY ("CNY", "cny rmb yuan renminbi"),
  MONEY ("INR", "inr rs rs. rupee rupees"),
  MONEY ("RUB", "rub rouble roubles ruble rubles"),
  MONEY ("CHF", "chf franc francs"),
  MONEY ("UAH", "uah hryvnia hryvnias"),
  MONEY ("PLN", "pln zloty zlotys"),
  MONEY ("TRY", "lira liras"),
  MONEY ("BRL", "brl reais reals"),
  MONEY ("ZAR", "zar rand"),
  MONEY ("KRW", "krw won"),
  MONEY ("THB", "thb baht"),
  MONEY ("ILS", "ils shekel shekels"),
  MONEY ("NGN", "ngn naira"),
  MONEY ("KES", "kes"),
  MONEY ("AUD", "aud"),
  MONEY ("CAD", "cad"),
  MONEY ("NZD", "nzd"),
  MONEY ("SEK", "sek"),
  MONEY ("NOK", "nok"),
  MONEY ("DKK", "dkk"),
  MONEY ("peso", "peso pesos"),
  MONEY ("crown", "crown crowns krona kronor krone kroner koruna"),
  MONEY ("dinar", "dinar dinars"),
  MONEY ("shilling", "shilling shillings"),
  MONEY ("riyal", "riyal riyals rial rials"),
  MONEY ("dirham", "dirham dirhams"),
  MONEY ("forint", "forint forints"),
  MONEY ("leu", "leu lei"),
};

static const CurrencyMark currency_marks[] = {
  { '$', { "USD", PLX_UNIT_MONEY, 1 } },    { 0xa3, { "GBP", PLX_UNIT_MONEY, 1 } },
  { 0xa5, { "JPY", PLX_UNIT_MONEY, 1 } },   { 0x20ac, { "EUR", PLX_UNIT_MONEY, 1 } },
  { 0x20b9, { "INR", PLX_UNIT_MONEY, 1 } }, { 0x20bd, { "RUB", PLX_UNIT_MONEY, 1 } },
  { 0x20a9, { "KRW", PLX_UNIT_MONEY, 1 } }, { 0x20b4, { "UAH", PLX_UNIT_MONEY, 1 } },
  { 0x20ba, { "TRY", PLX_UNIT_MONEY, 1 } }, { 0x20a6, { "NGN", PLX_UNIT_MONEY, 1 } },
  { 0x20aa, { "ILS", PLX_UNIT_MONEY, 1 } }, { 0x20b1, { "peso", PLX_UNIT_MONEY, 1 } },
  { 0xe3f, { "THB", PLX_UNIT_MONEY, 1 } },
};
