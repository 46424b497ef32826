/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A made story: an embankment gives way, and any number of outlets tell of it. There is an endless
 * row of facts, each of which is settled by its number alone: who, where, when, how many. An
 * outlet draws some that everybody tells and some that few or no others have, and puts each into
 * words of its own. So sentences come out that say the same in several ways, that differ in a
 * word that matters, that stand alone, and that are an agency's word for word.
 */

#define G_LOG_DOMAIN "comparing-texts"

#include "config.h"

#include "comparing-texts.h"

#include <string.h>

#include "model/plx-document.h"

#define N_SENTENCES 25
#define N_SHARED 60      /* facts that outlets pick from before any others */
#define OTHERS_PER_TEXT 40 /* other facts that there are for each article */

static const char * const first_names[] = {
  "Marla", "Tobin", "Ingrith", "Caspar", "Odette", "Lennart", "Salome", "Bertil", "Yasmin", "Hugo",
  "Perpetua", "Anselm", "Nadira", "Klaas", "Rosalba", "Emeka", "Sunniva", "Darius", "Ottilie",
  "Ferdinand", "Mireille", "Akosua", "Gethin", "Zora",
};

static const char * const last_names[] = {
  "Ostrey", "Kellbrook", "Vantongeren", "Marchetti", "Aldous", "Szabados", "Okonjo", "Lindqvist",
  "Farnaby", "Deschamps", "Petrossian", "Hallworth", "Nakashima", "Brennecke", "Whitlow", "Sorabji",
  "Castellane", "Dunmore", "Eikeland", "Tarrant", "Voss", "Achterberg", "Quillfeather",
  "Ravensdale",
  "Mbeki-Shaw", "Trelawney", "Orsini", "Haverkamp", "Bexley", "Stroud",
};

static const char * const roles[] = {
  "water engineer", "mayor", "fire chief", "regional governor", "hydrologist", "council leader",
  "insurance analyst", "head teacher", "farm owner", "police commander", "opposition senator",
  "union secretary", "nurse", "former inspector", "transport minister", "shopkeeper",
};

static const char * const places[] = {
  "Brackwater", "Nether Halling", "Osterby", "Port Ellery", "Tamsworth", "Upper Coldwell",
  "Gravelines",
  "Saltmarsh", "Ferncliffe", "Old Mardale", "Kingsholt", "Wythburn", "Lower Askham", "Tarnside",
  "Millhaven", "Dunlow", "Eastry Point", "Harrowgate Cross", "Blythe Ferry", "Stonecot",
  "Ravenmoor",
  "Little Orme", "Cawdon", "Sedgeley", "Windle Bay", "Marrick", "Holmfirth Green", "Thornage",
};

static const char * const things[] = {
  "embankment", "reservoir", "rail bridge", "pumping station", "hospital", "power line",
  "coast road",
  "grain store", "school", "water main", "sluice gate", "market hall", "ferry landing", "gas works",
  "old dam", "canal lock", "telephone mast", "sewage works", "cattle yard", "town library",
};

static const char * const days[] = {
  "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
};

/* Braces hold words of which an outlet picks one. $A is somebody with a role, $L that one's last
 * name, $P and $Q places, $T and $U things, $D a day, $N and $M numbers, $Y a year. */
static const char * const forms[][3] = {
  { "{About|Some|Around|} $N {people|residents|inhabitants} {were|had to be} {evacuated|moved"
    " out|taken away} from $P on $D {after|when} the $T {gave way|broke|failed|burst} {in the"
    " night|before dawn|late at night}.",
    "The {failure|collapse|breach} of the $T {forced|drove} $N {people|residents|families} in $P"
    " to leave their {homes|houses} on $D, {rescue workers|officials|the authorities} said.",
    "In $P, $N {residents|people} {left|abandoned|had to leave} their homes on $D as water from"
    " the $T {poured|rushed|spilled} into {the streets|the town}." },
  { "$A, said the $T {had been checked|was inspected|was examined} only {weeks|months}"
    " {earlier|before} and {showed|had} {no|not a single} {sign of damage|crack|fault}.",
    "\"{Nobody|No one} {saw|noticed} {a fault|any damage}\", said $A, who had {looked"
    " at|inspected|checked} the $T {in spring|in $Y}.",
    "An {inspection|examination|audit} of the $T found {no damage|nothing wrong}, {according"
    " to|said} $A." },
  { "At least $N {houses|homes|buildings} {were|are} {under water|flooded|damaged} in $P and"
    " another $M in $Q, {the fire service|the council|the rescue service} {said|reported} on $D.",
    "{The council|Officials} counted $N {flooded|damaged} {homes|houses|buildings} in $P {by|on}"
    " $D {evening|night}, and $M more in $Q.",
    "{Water|The flood} {has damaged|reached|ruined} {more than|at least|over} $N {homes|houses}"
    " in $P and $M in {nearby|neighbouring} $Q." },
  { "Repairing the $T {will|could|is going to} cost $N million {crowns|euros} and take {at"
    " least|up to} $M {weeks|months}, $A {said|estimated|told reporters}.",
    "$A {put|estimated} the {cost|bill} for {mending|rebuilding|repairing} the $T at $N million"
    " {crowns|euros}.",
    "{It will take|Engineers need} $M {weeks|months} and $N million {crowns|euros} to"
    " {mend|rebuild|repair} the $T near $P." },
  { "The {road|line|railway} between $P and $Q {was|has been|remained} {closed|shut|blocked} on"
    " $D because {mud|debris|water} {covered|blocked|lay on} the $T.",
    "{Trains|Buses} {do not run|were cancelled|stopped} between $P and $Q {since|on} $D, as the"
    " $T {is|was} {blocked|under water|covered in mud}.",
    "On $D {the operator|the police} {closed|shut} the {road|line} from $P to $Q {near|at} the"
    " $T." },
  { "\"We {warned|told} {them|the ministry|the council} {about|of} the $T {in|as early as} $Y and"
    " {nobody|no one} {listened|answered|came}\", $A said in $P.",
    "$A {said|recalled|insisted} that {a warning|a letter|a report} {about|on} the $T {was"
    " sent|went} to {the ministry|the government} in $Y without {an answer|a reply}.",
    "{The ministry|The government} was {warned|told} of {cracks|weak spots} in the $T in $Y,"
    " {according to a letter|a letter shows} {from|by} $A." },
  { "A {court|judge} in $P {ordered|told} the {company|operator} that {runs|owns} the $T to {hand"
    " over|publish} its {papers|records|documents} {within|in} $M days.",
    "The {operator|owner} of the $T must {publish|hand over|release} its {records|papers}"
    " {within|in} $M days, {a court|a judge} in $P {ruled|decided} on $D.",
    "{Judges|A court} in $P {gave|allowed} the {owner|operator|company} $M days to {hand"
    " over|produce} {records|files} on the $T." },
  { "{Soldiers|Troops|Army engineers} {brought|carried|delivered} {more than|some} $N"
    " {sandbags|pumps|tents} to $P on $D and {worked|dug} {through the night|until morning} at"
    " the $T.",
    "The army {sent|dispatched|moved} $M {soldiers|engineers} to $P, where they {filled|stacked}"
    " $N sandbags {around|near} the $T.",
    "{By|On} $D $M {soldiers|troops} had {piled|stacked|laid} $N sandbags {around|at} the $T in"
    " $P." },
  { "$A, {called for|demanded|asked for} {an inquiry|an investigation} into the $T and {the|its}"
    " {owner|operator}, {but|while} {the governor|the government} {refused|declined|said it was"
    " too early}.",
    "{An inquiry|An investigation} {is needed|must follow}, $A {argued|said} on $D; {the"
    " government|the governor} {disagreed|rejected the idea|would not comment}.",
    "{The government|The governor} {rejected|turned down|dismissed} the {call|demand} by $A for"
    " {an inquiry|an investigation} into the $T." },
  { "It was the {worst|heaviest} {flood|rain} in $P since $Y, when $N people {died|were"
    " killed|lost their lives} {there|in the valley}.",
    "In $Y {a similar|an even larger} flood in $P {killed|cost the lives of} $N people and"
    " {destroyed|swept away} the $T.",
    "{Older residents|Many in the town} {remember|speak of} $Y, when $N people {drowned|died} in"
    " $P and the $T was {lost|destroyed|swept away}." },
  { "{Forecasters|Meteorologists} {expect|predict} {another|a further} $M millimetres of rain in"
    " $P {by|on|until} $D, {which|and that} {could|may} {lift|raise} the river {at|by} the $T.",
    "Up to $M millimetres of rain {are expected|may fall} {in|around} $P {before|by|on} $D,"
    " {forecasters|the weather office} said.",
    "{More rain|Heavy rain}, up to $M millimetres, is {forecast|expected} for $P and $Q on $D." },
  { "$A {denied|rejected} {reports|claims} that the $T in $Q {is|was} {about to|likely to}"
    " {break|fail} {too|as well}, and {called|described} them {as"
    " |}{rumours|irresponsible|groundless}.",
    "{There is|There was} no {danger|risk} that the $T {near|in} $Q {would|will} {break|fail}, $A"
    " {said|stressed|assured residents} on $D.",
    "{Rumours|Reports} {that|according to which} the $T in $Q {might|would} {fail|break} were"
    " {denied|dismissed} by $A." },
};

/* What only few tell has little to do with the flood, and few words in common. */
static const char * const nouns[] = {
  "baker", "orchard", "lawyer", "choir", "tractor", "lantern", "professor", "harvest", "cellar",
  "photograph", "ambulance", "chapel", "cousin", "rowing boat", "piano", "carpenter", "blanket",
  "generator", "football club", "beekeeper", "dentist", "wedding", "archive", "greenhouse",
  "bicycle",
  "kitchen", "volunteer", "petition", "charity", "brewery", "museum", "goat", "vineyard",
  "novelist",
  "wheelchair", "radio host", "pharmacy", "monument", "caravan", "violinist", "tax office",
  "laundry",
  "parish priest", "helicopter", "cinema", "birthday", "savings bank", "drone", "pensioner",
  "tailor",
};

static const char * const verbs[] = {
  "borrowed", "painted", "comforted", "auctioned", "rescued", "photographed", "lent", "repaid",
  "guarded",
  "praised", "dismantled", "cooked for", "wrote about", "searched", "renamed", "adopted", "insured",
  "sketched", "drove past", "missed", "inherited", "renovated", "sheltered", "celebrated", "mocked",
  "translated", "cleaned", "weighed", "towed", "remembered", "thanked", "sued", "interviewed",
  "fed",
  "hid", "counted", "filmed", "mended", "sold", "visited",
};

static const char * const adjectives[] = {
  "young", "retired", "crowded", "silent", "yellow", "generous", "nervous", "famous", "rusty",
  "wooden",
  "private", "cheerful", "forgotten", "expensive", "muddy", "stubborn", "elegant", "foreign",
  "blind",
  "local", "exhausted", "angry", "tiny", "proud", "hungry", "medieval", "ordinary", "lonely",
  "polite",
  "broken", "careful", "rented", "modern", "barefoot", "popular", "unpaid", "borrowed", "Catholic",
  "ruined", "well-known",
};

/* Names that nobody else bears are made of these. */
static const char * const syllables[] = {
  "bar", "del", "fin", "gor", "hal", "ir", "jos", "kel", "lum", "mar", "nev", "os", "pel", "quor",
  "ros", "sil", "tam", "ul", "ven", "wex", "yar", "zim", "cra", "dro", "eth", "flo",
};

static const char * const free_forms[] = {
  "{In|At} $P {a|the} $a $n $v the $b $m of $F{| yesterday| last week}, {while|as} $G $w {a|the}"
    " $o.",
  "$F, {a|the} $a $n {in|from} $P, {remembers|talks about} {how|the day when} $G $v the $b $m and"
    " $w {one|the} $o.",
  "{Nobody but|Only} $G $v the $b $m {in|near} $P, {where|after which} $F $w {a|the} $a $n and"
    " the $o.",
};

typedef struct
{
  GRand *of_fact;  /* what all have in common who tell it */
  GRand *of_text;  /* how this one tells it */
  guint  picks[18]; /* what stands for the slots */
} Teller;

#define PICK(teller, i, list) (list)[(teller)->picks[i] % G_N_ELEMENTS (list)]

static void
add_name (guint    number,
          GString *out)
{
  gsize start = out->len;

  for (number >>= 4; number > 0xffff; number /= 19)
    g_string_append (out, syllables[number % G_N_ELEMENTS (syllables)]);
  out->str[start] = g_ascii_toupper (out->str[start]);
}

static void
add_slot (Teller  *self,
          char     slot,
          GString *out)
{
  switch (slot)
    {
    case 'A':
      g_string_append_printf (out, "%s %s, %s %s of %s", PICK (self, 0, first_names),
                              PICK (self, 1, last_names),
                              g_rand_boolean (self->of_text) ? "the" : "a", PICK (self, 2, roles),
                              PICK (self, 3, places));
      break;

    case 'P':
    case 'Q':
      g_string_append (out, slot == 'P' ? PICK (self, 3, places) : PICK (self, 4, places));
      break;

    case 'T':
      g_string_append (out, PICK (self, 5, things));
      break;

    case 'D':
      g_string_append (out, PICK (self, 6, days));
      break;

    case 'N':
    case 'M':
      /* One outlet in ten has another number. */
      g_string_append_printf (out, "%u", 2 + self->picks[slot == 'N' ? 7 : 8] % 900 +
                              (g_rand_int_range (self->of_text, 0, 10) == 0 ? 7 : 0));
      break;

    case 'a':
    case 'b':
      g_string_append (out, slot == 'a' ? PICK (self, 0, adjectives) : PICK (self, 1, adjectives));
      break;

    case 'n':
    case 'm':
    case 'o':
      g_string_append (out, slot == 'n' ? PICK (self, 12, nouns)
                            : slot == 'm' ? PICK (self, 13, nouns) : PICK (self, 14, nouns));
      break;

    case 'v':
      g_string_append (out, PICK (self, 15, verbs));
      break;

    case 'w':
      g_string_append (out, PICK (self, 16, verbs));
      break;

    case 'F':
    case 'G':
      add_name (self->picks[slot == 'F' ? 17 : 11], out);
      break;

    case 'Y':
    default:
      g_string_append_printf (out, "%u", 1931 + self->picks[9] % 80);
      break;
    }
}

/* Writes @form up to @end, with one of the words in each pair of braces. */
static void
write_form (Teller     *self,
            const char *form,
            GString    *out)
{
  for (const char *at = form; *at != '\0'; at++)
    {
      const char *close = *at == '{' ? strchr (at, '}') : NULL;

      if (close != NULL)
        {
          g_autofree char *inner = g_strndup (at + 1, close - at - 1);
          g_auto (GStrv) words = g_strsplit (inner, "|", -1);
          guint pick = g_rand_int_range (self->of_text, 0, g_strv_length (words));

          write_form (self, words[pick], out);
          at = close;
        }
      else if (*at == '$')
        {
          add_slot (self, *++at, out);
        }
      else if (*at != ' ' || (out->len > 0 && out->str[out->len - 1] != ' '))
        {
          g_string_append_c (out, *at);
        }
    }
}

/* A fact in words that @seed decides; the same seed says it word for word. */
static char *
tell (guint fact,
      guint seed)
{
  Teller teller = {
    .of_fact = g_rand_new_with_seed (fact * 2654435761u + 17),
    .of_text = g_rand_new_with_seed (seed * 40503u + fact),
  };
  GString *out = g_string_new (NULL);
  const char * const *wordings;

  for (guint i = 0; i < G_N_ELEMENTS (teller.picks); i++)
    teller.picks[i] = g_rand_int (teller.of_fact);
  wordings = fact >= N_SHARED && teller.picks[11] % 4 > 0
             ? free_forms : forms[teller.picks[10] % G_N_ELEMENTS (forms)];
  write_form (&teller, wordings[g_rand_int_range (teller.of_text, 0, 3)], out);
  out->str[0] = g_ascii_toupper (out->str[0]);
  g_rand_free (teller.of_fact);
  g_rand_free (teller.of_text);

  return g_string_free_and_steal (out);
}

static PlxDocument *
make_document (guint number)
{
  g_autofree char *name = g_strdup_printf ("outlet-%03u.txt", number);
  g_autofree char *outlet = g_strdup_printf ("The %s Courier", places[number %
                                                                      G_N_ELEMENTS (places)]);
  g_autofree char *day = g_strdup_printf ("2021-10-%02u", 12 + number % 5);
  PlxDocument *document = plx_document_new (name, "text");

  plx_document_set_field (document, PLX_FIELD_OUTLET, outlet, "made");
  plx_document_set_field (document, PLX_FIELD_PUBLISHED, day, "made");
  plx_document_set_field (document, PLX_FIELD_LANGUAGE, "en", "made");

  return document;
}

/* An article of facts between @first and @past, those of the first ones more than others. */
static PlxDocument *
make_article (guint number,
              guint seed,
              guint first,
              guint n_shared,
              guint n_others)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed + 5);
  g_autoptr (GHashTable) told = g_hash_table_new (NULL, NULL);
  g_autoptr (GString) paragraph = g_string_new (NULL);
  PlxDocument *document = make_document (number);
  g_autofree char *headline = tell (first, seed + 1);

  plx_document_append (document, headline, -1, PLX_ROLE_HEADLINE, PLX_CUT_NONE);
  while (g_hash_table_size (told) < N_SENTENCES)
    {
      double r = g_rand_double (rand);
      guint fact = first + (n_others == 0 || g_rand_int_range (rand, 0, 100) < 55
                            ? (guint) (r * r * n_shared)
                            : n_shared + g_rand_int_range (rand, 0, n_others));
      /* One sentence in eight is the agency's. */
      g_autofree char *sentence = tell (fact, g_rand_int_range (rand, 0, 8) == 0 ? 0 : seed + 1);

      if (!g_hash_table_add (told, GUINT_TO_POINTER (fact + 1)))
        continue;
      g_string_append_printf (paragraph, "%s%s", paragraph->len > 0 ? " " : "", sentence);
      if (g_rand_int_range (rand, 0, 2) == 0 || g_hash_table_size (told) == N_SENTENCES)
        {
          plx_document_append (document, paragraph->str, paragraph->len, PLX_ROLE_BODY,
                               PLX_CUT_NONE);
          g_string_truncate (paragraph, 0);
        }
    }

  return document;
}

static GPtrArray *
new_story (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) plx_document_unref);
}

/**
 * comparing_texts_make_story:
 * @n: how many articles
 *
 * Returns: (transfer full) (element-type PlxDocument): articles on one event
 */
GPtrArray *
comparing_texts_make_story (guint n)
{
  GPtrArray *story = new_story ();

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (story, make_article (i, i, 0, N_SHARED, OTHERS_PER_TEXT * n));

  return story;
}

/**
 * comparing_texts_make_copies:
 * @n: how many articles
 *
 * Returns: (transfer full) (element-type PlxDocument): articles that are the same word for word
 */
GPtrArray *
comparing_texts_make_copies (guint n)
{
  GPtrArray *story = new_story ();

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (story, make_article (i, 0, 0, N_SHARED, OTHERS_PER_TEXT));

  return story;
}

/**
 * comparing_texts_make_apart:
 * @n: how many articles
 *
 * Returns: (transfer full) (element-type PlxDocument): articles that have no fact in common
 */
GPtrArray *
comparing_texts_make_apart (guint n)
{
  GPtrArray *story = new_story ();

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (story, make_article (i, i, 1000 + i * N_SHARED, N_SHARED, 0));

  return story;
}

/* A single paragraph as long as a shelf of books. */
static PlxDocument *
make_long (guint    number,
           gsize    n_bytes,
           gboolean has_ends)
{
  g_autoptr (GString) text = g_string_new (NULL);
  PlxDocument *document = make_document (number);

  for (guint fact = 0; text->len < n_bytes; fact++)
    {
      g_autofree char *sentence = tell (fact, number + 1);

      g_string_append_printf (text, "%s ", sentence);
      if (!has_ends)
        text->str[text->len - 2] = ' ';
    }
  plx_document_append (document, text->str, text->len, PLX_ROLE_BODY, PLX_CUT_NONE);

  return document;
}

/**
 * comparing_texts_make_long:
 * @n_bytes: how long one of them is
 * @has_ends: whether its sentences end
 *
 * Returns: (transfer full) (element-type PlxDocument): five articles, and one that is a single
 *   paragraph as long as a shelf of books
 */
GPtrArray *
comparing_texts_make_long (gsize    n_bytes,
                           gboolean has_ends)
{
  GPtrArray *story = comparing_texts_make_story (5);

  g_ptr_array_add (story, make_long (5, n_bytes, has_ends));

  return story;
}

/**
 * comparing_texts_make_two_long:
 * @n_bytes: how long each of them is
 *
 * Returns: (transfer full) (element-type PlxDocument): two such paragraphs that tell the same
 *   facts, each in words of its own
 */
GPtrArray *
comparing_texts_make_two_long (gsize n_bytes)
{
  GPtrArray *story = new_story ();

  g_ptr_array_add (story, make_long (0, n_bytes, TRUE));
  g_ptr_array_add (story, make_long (1, n_bytes, TRUE));

  return story;
}

/**
 * comparing_texts_make_repeated:
 * @sentence: a sentence
 * @n: how many articles
 * @n_sentences: how often it stands in each
 *
 * Returns: (transfer full) (element-type PlxDocument): articles that say nothing else
 */
GPtrArray *
comparing_texts_make_repeated (const char *sentence,
                               guint       n,
                               guint       n_sentences)
{
  GPtrArray *story = new_story ();

  for (guint i = 0; i < n; i++)
    {
      PlxDocument *document = make_document (i);

      for (guint k = 0; k < n_sentences; k++)
        plx_document_append (document, sentence, -1, PLX_ROLE_BODY, PLX_CUT_NONE);
      g_ptr_array_add (story, document);
    }

  return story;
}
