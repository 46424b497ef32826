/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-abbreviations"

#include "config.h"

#include "language/text/plx-abbreviations.h"

#include <string.h>

#include "language/text/plx-function-words.h"

/* Longer words are written out, in bytes. */
#define LONGEST 24

/* What is written with a stop in a language: words that something always follows, and words that
 * can stand at the end of a sentence. Each word has a space before and behind it; stops inside a
 * word are kept, the last is left out. */
static const struct
{
  const char *languages;
  const char *never_last;
  const char *maybe_last;
} abbreviations[] = {
  { "de", " abb abs allg art aug az bd bes betr bez bzw ca d.h dez dipl dr evtl feb fr frhr geb "
          "gem "
          "gen ggf hl hr hrsg i.d.r ing inkl jan jh jhdt kap kath lt m.e max med mind nov nr okt "
          "op pfr phil prof rd s sept sog spez st std str tel u.a u.u v.a vgl vors z.b z.t z.z "
          "zzgl ",
          " chr co etc mio mrd tsd u.a.m usf usw n.chr v.chr jr sen gmbh inc " },
  { "fr", " art av bd chap dr éd env ex fig m mgr mm p pl pp pr prof réf s st ste suiv t tél vol "
          "no n "
          "c.-à-d ",
          " etc j.-c cie jr apr inc s.a " },
  { "es", " admón art arts ee av avda c cap cf cía col da d dña dn dr dra dres excmo fig gral "
          "ing lic "
          "mons núm p pág págs p.ej ej pbro prof profa pte rvdo s.m sr sra sras sres srta sta sto "
          "tel vol gob ",
          " a.c d.c etc ee.uu uu jr s.a ud uds vd inc " },
  { "it", " art avv cap card cav cfr col dott dott.ssa dr fig gen geom ing mons n nr on p pag "
          "pagg prof "
          "prof.ssa rag rev s sen sig sig.ra sig.na sigg ss st tel vol on ",
          " a.c d.c ecc s.p.a spa jr inc " },
  { "pt gl", " art av cap cel cf d dr dra drs eng exmo exma fig gen gov ilmo min n nº p pág prof "
             "profa r "
          "rev s sr sra srs srta st sta sto tel ten ver vol dep sen ",
          " a.c d.c etc ltda jr s.a cia " },
  { "ca", " art ee av cap dr dra fig núm p pàg prof sr sra sta st tel vol ",
          " a.c d.c etc ee.uu uu " },
  { "nl af", " afd art blz bijv bv ca dhr dr drs e.d fig gen ing ir jhr kol mej mevr mr mw mgr "
             "nl nr o.a "
          "o.l.v pag prof resp st t.a.v t.g.v tel vgl vnl zgn z.g d.w.z ",
          " enz etc e.v jl jr sr a.s n.chr v.chr " },
  { "da no nb nn", " ca dr evt f.eks fig fr fru gl hr jf kap kl maks mht min nr ev o.l pga prof "
                   "red s sct "
          "st tlf vedr vs dvs bl.a d.e ",
          " etc jr m.fl m.m m.v osv mia mill mio mrd a.s " },
  { "sv", " bl.a ca d.v.s dvs dr ev e.d exkl f.d fig fr gen hr inkl jfr kap kl max min m.a.o nr "
          "prof red "
          "s.k sid st t.ex t.o.m tel u.a vs ",
          " etc m.fl m.m osv jr o.d o.s.v " },
  { "fi et", " esim fil ks l lk maist mm mrs mr n ns nro par prof s st tms tri ts v vrt hr pr lp "
             "nn näit dr "
          "sh st ",
          " jne ym yms em vm " },
  { "pl", " al art bp dr doc dot fig gen godz hab hr im inż inz jw kard kap kol kpt ks lic mjr "
          "m.in mec "
          "mgr min nadkom np nr os pl płk pn por pow pp ppłk prof red rtm rys s śp św sw tab tel "
          "tj "
          "tow tzn tzw ul ur v woj wg ww zob ",
          " itd itp in mld mln r tys w zł jr " },
  { "cs sk", " apod arch atd bc bl č čl čj doc dr fig gen hl hod chem ing in inž kap kpt mgr mj "
          "mjr mudr např napr nám náb obr odd odst okr p par pí phdr plk pplk pol por posl pozn "
          "prof příp "
          "resp rtm s sb sl srov st str sv tab tel tj tzn tzv ul usn viz zn zv judr rndr ",
          " mil mld r tis atp ap jr kč " },
  { "hu", " dr gr id ifj kb ker kl m o old özv pl prof st stb sz szt tc u ui ún vö bp br ",
          " stb kft rt nyrt zrt bt u.n jr " },
  { "ro", " art av cap cf dl d-l dna d-na dr etaj fig gen ing lt nr obs p pag par prof str sf "
          "tel vol "
          "col dvs ",
          " etc a.c d.hr î.hr s.a jr ș.a " },
  { "hr sr bs sl", " br čl dr fig gosp ing itd npr mr mag ml mlr mn najv o odn oz p pl prof prim "
                   "r reg "
          "sl st sv str tj tzv ul usp vel g gđa inž dipl sc гђа г др проф инж бр чл ул тј тзв "
          "нпр св стр ",
          " god i.d.r itd itn sl tis mil mlrd d.o.o d.d итд год " },
  { "lt lv", " adv akad apskr dr doc gen gim kun m mjr mst nr pan pav pl plg pr prof psl pulk "
             "pvz red rš sav "
          "st šv t.y tel tūkst ul vad vysk žr a.god kpt kr ",
          " d e g mėn mln mlrd p r u.c utt val a/s " },
  { "tr az", " alb av bkz bnb bul cad çev der doç dr ed gen haz hz jap kor krş m mah müh no nr "
             "op org ort "
          "prof sn sok s şb tel tğm tuğg tümg uzm vd yay yrd yzb ",
          " vb vs ltd şti a.ş m.ö m.s " },
  { "el", " αγ αιδ βλ δηλ δρ καθ κ κα κκ λ.χ π.χ σελ στρ τηλ τ.μ χλμ αρ μ.μ π.μ παρ ",
          " κ.ά κ.λπ κλπ κτλ α.ε π.χ μ.χ " },
  { "ru bg be", " акад англ гр гос д др доц ж жен зав зам им инж исп кв корп л м мин мр мс напр "
                "нем обл "
          "о оз пер пл пос пр преп проф пр-т пгт р ред рис род рус св см соч ср ст стр с т т.е "
          "т.к т.н тел тов "
          "тт ул ум франц ч чл шт яп г-н г-жа ген кап полк инс вкл ",
          " в вв г гг до н.э млн млрд обр руб тыс коп т.д т.п куб кв лв чел щ хил " },
  { "uk", " акад арк б буд вид вул гр див доц жін зав заст ім інж кв корп м мін напр обл о оз пл "
          "пор пос пр "
          "просп проф р ред рис род рр св с ст стор см т тел т.зв ук ч ",
          " в ввк грн др ін млн млрд н.е п под р рр т.д т.п тис хв крб " },
  { "id ms", " dr drs dra h hj hlm ir jl kec kab kol mr mrs no prof sdr tgk tel yth bpk ",
          " dll dsb tbk pt tsb cs jr " },
  { "vi", " tp ts ths gs pgs bs tr q p ", " v.v tcn scn " },
};

/* "3. Oktober", "3 października": languages that write a stop behind the number of a day. */
static const char *const with_ordinals[] = {
  "de", "lb", "da", "no", "nb", "nn", "fi", "et", "lv", "hu", "cs", "sk", "pl", "hr", "bs", "sr",
  "sl", "is",
  "tr", "eu", NULL
};

static gboolean
has_word (const char *list,
          const char *word)
{
  g_autofree char *spaced = g_strconcat (" ", word, " ", NULL);

  return strstr (list, spaced) != NULL;
}

static gboolean
is_of (const char *languages,
       const char *language)
{
  g_autofree char *list = g_strconcat (" ", languages, " ", NULL);

  return has_word (list, language);
}

/* The word before the stop, with the stops inside it, in small letters. */
static char *
dup_word_before (const char *text,
                 gsize       start,
                 gsize       stop)
{
  gsize at = stop;
  g_autofree char *plain = NULL;

  while (at > start && stop - at < LONGEST)
    {
      const char *before = g_utf8_find_prev_char (text + start, text + at);
      const gunichar c = g_utf8_get_char (before);

      if (!g_unichar_isalnum (c) && !g_unichar_ismark (c) && c != '.' && c != '-' && c != 0xba)
        break;
      at = before - text;
    }

  plain = g_strndup (text + at, stop - at);

  return g_utf8_strdown (plain, -1);
}

static gboolean
is_short_number (const char *word)
{
  return g_ascii_isdigit (word[0]) &&
         (word[1] == '\0' || (g_ascii_isdigit (word[1]) && word[2] == '\0'));
}

/* Whether a sentence may well begin with the word at @next. */
static gboolean
is_small_word (const char *tag,
               const char *text,
               gsize       next,
               gsize       end)
{
  gsize at = next;

  while (at < end && (g_unichar_isalpha (g_utf8_get_char (text + at)) ||
                      g_unichar_ismark (g_utf8_get_char (text + at))))
    at = g_utf8_next_char (text + at) - text;

  /* A letter with a stop is an initial. */
  return (at >= end || text[at] != '.') && plx_function_words_has (tag, text + next, at - next);
}

/**
 * plx_abbreviations_go_on:
 * @tag: BCP 47 tag of a language
 * @text: UTF-8
 * @start: where the sentence begins
 * @stop: where a stop stands
 * @next: where the next word begins
 * @end: the byte after the last to look at
 *
 * Says for languages other than English whether the stop belongs to an abbreviation, an initial or
 * the number of a day, so that the sentence goes on behind it.
 *
 * Returns: whether it goes on
 */
gboolean
plx_abbreviations_go_on (const char *tag,
                         const char *text,
                         gsize       start,
                         gsize       stop,
                         gsize       next,
                         gsize       end)
{
  g_autofree char *language = g_ascii_strdown (tag, strcspn (tag, "-_"));
  g_autofree char *word = dup_word_before (text, start, stop);
  const gsize n = strlen (word);

  if (n == 0 || n >= LONGEST)
    return FALSE;

  if (is_short_number (word))
    return stop - n == start || (g_strv_contains (with_ordinals, language) &&
                                 !is_small_word (tag, text, next, end));

  for (gsize i = 0; i < G_N_ELEMENTS (abbreviations); i++)
    {
      if (!is_of (abbreviations[i].languages, language))
        continue;
      if (has_word (abbreviations[i].never_last, word))
        return TRUE;
      if (has_word (abbreviations[i].maybe_last, word))
        return !is_small_word (tag, text, next, end);
    }

  /* "A. S. Holm", "z. B.": a single letter, alone or behind another. */
  if (strchr (word, '.') != NULL)
    return g_utf8_strlen (strrchr (word, '.') + 1, -1) == 1 &&
           !is_small_word (tag, text, next, end);

  return g_utf8_strlen (word, -1) == 1 && !is_small_word (tag, text, next, end);
}
